/**
 * What every driver of a Chromium needs, whatever library drives it: how it is started and ended, what it trusts, and
 * what is read and waited for through the DevTools protocol. It must not know which library that is.
 */
@NullMarked
package org.cookieproof.driver.chromium;

import org.jspecify.annotations.NullMarked;
