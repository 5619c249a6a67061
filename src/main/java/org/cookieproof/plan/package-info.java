/**
 * What is to be run, as data: plans and catalogued regressions read from YAML into records that keep file and line. It
 * must not know how anything is run.
 */
@NullMarked
package org.cookieproof.plan;

import org.jspecify.annotations.NullMarked;
