package org.cookieproof.engine;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The local plan as tests: the same cells, through the same runner, as {@code ./cookieproof run}. */
@Suite
@IncludeEngines("cookieproof")
@SelectDirectories("scenarios")
class ScenarioMatrixIT {}
