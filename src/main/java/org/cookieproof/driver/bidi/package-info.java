/**
 * Firefox over WebDriver BiDi, spoken directly: no geckodriver, and a browser of the distribution as people have it. It
 * must not know any other engine.
 */
@NullMarked
package org.cookieproof.driver.bidi;

import org.jspecify.annotations.NullMarked;
