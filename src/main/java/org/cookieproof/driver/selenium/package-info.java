/** Chromium through Selenium and chromedriver. It must not know Playwright, nor anything but one browser. */
@NullMarked
package org.cookieproof.driver.selenium;

import org.jspecify.annotations.NullMarked;
