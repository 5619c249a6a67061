/** A run as JUnit XML, for continuous integration. It must not know the other reports. */
@NullMarked
package org.cookieproof.report.junit;

import org.jspecify.annotations.NullMarked;
