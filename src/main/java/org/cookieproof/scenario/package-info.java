/**
 * Scenarios as data: {@code scenarios/**.yaml} read into records that keep file and line, with verbs not yet bound. It
 * must not know what any verb does.
 */
@NullMarked
package org.cookieproof.scenario;

import org.jspecify.annotations.NullMarked;
