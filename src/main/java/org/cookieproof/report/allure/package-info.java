/** A run as Allure results, one for each cell. It must not know the other reports. */
@NullMarked
package org.cookieproof.report.allure;

import org.jspecify.annotations.NullMarked;
