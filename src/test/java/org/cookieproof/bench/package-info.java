/**
 * What a cell costs, measured: {@code ci/bench} runs {@link org.cookieproof.bench.Bench}. No test of the suite is here,
 * and nothing here asserts a time.
 */
@NullMarked
package org.cookieproof.bench;

import org.jspecify.annotations.NullMarked;
