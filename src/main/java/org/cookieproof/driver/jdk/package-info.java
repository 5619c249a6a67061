/** The JDK's own HTTP client and cookie manager: one client among the others, never a reference. */
@NullMarked
package org.cookieproof.driver.jdk;

import org.jspecify.annotations.NullMarked;
