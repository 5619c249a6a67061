/**
 * A thin JUnit Platform adapter: a static tree of cells with stable ids. It hands the selection to {@code run} and
 * translates its events; it has no parallelism and no rule of its own.
 */
@NullMarked
package org.cookieproof.engine;

import org.jspecify.annotations.NullMarked;
