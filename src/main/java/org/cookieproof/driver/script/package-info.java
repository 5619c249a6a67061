/**
 * HTTP clients of other languages, each played by a small program of ours in {@code browsers/clients/} that speaks one
 * line protocol ({@code browsers/clients/README.md}). It must not know which client it is.
 */
@NullMarked
package org.cookieproof.driver.script;

import org.jspecify.annotations.NullMarked;
