/**
 * The processes that we start, how they are found again when their parents have gone, and how they are ended. It must not
 * know what any of them is for.
 */
@NullMarked
package org.cookieproof.process;

import org.jspecify.annotations.NullMarked;
