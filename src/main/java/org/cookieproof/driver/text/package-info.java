/**
 * Browsers for text terminals, each driven as the real program on a terminal of its own: they keep session cookies in
 * memory alone, so that one process must live as long as the session. It must not know the harness's tap or scenarios.
 */
@NullMarked
package org.cookieproof.driver.text;

import org.jspecify.annotations.NullMarked;
