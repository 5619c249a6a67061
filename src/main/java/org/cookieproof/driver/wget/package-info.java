/** GNU Wget, one process for each request, with its own cookie engine and its own cookie file. */
@NullMarked
package org.cookieproof.driver.wget;

import org.jspecify.annotations.NullMarked;
