/**
 * The rules: each check is a pure function from the evidence of one cell to findings, names its source, and never
 * throws. It must not know who runs it, or whether a regression was injected.
 */
@NullMarked
package org.cookieproof.check;

import org.jspecify.annotations.NullMarked;
