/**
 * What every browser needs, whatever its engine and whatever library drives it: how a tab is gone through and waited
 * for, how forms are filled in as a person does, and how what was started is ended. It must not know any engine.
 */
@NullMarked
package org.cookieproof.driver.browser;

import org.jspecify.annotations.NullMarked;
