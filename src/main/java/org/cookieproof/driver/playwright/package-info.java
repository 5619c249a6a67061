/** Chromium and its headless shell through Playwright. It must not know Selenium, nor anything but one browser. */
@NullMarked
package org.cookieproof.driver.playwright;

import org.jspecify.annotations.NullMarked;
