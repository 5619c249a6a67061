/**
 * HtmlUnit, a browser without a screen for Java programs, within this virtual machine: its own cookies, scripts,
 * redirects, cache and history. It knows nothing of other technologies.
 */
@NullMarked
package org.cookieproof.driver.htmlunit;

import org.jspecify.annotations.NullMarked;
