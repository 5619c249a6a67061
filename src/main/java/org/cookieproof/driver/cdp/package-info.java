/**
 * Drives Chromium over the DevTools protocol and nothing else: what no library drives any more, and the others without
 * what a library adds. It knows how the protocol was at each version that there is a profile for.
 */
@NullMarked
package org.cookieproof.driver.cdp;

import org.jspecify.annotations.NullMarked;
