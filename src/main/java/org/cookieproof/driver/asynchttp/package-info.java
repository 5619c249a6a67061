/** AsyncHttpClient with its own cookie store. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.asynchttp;

import org.jspecify.annotations.NullMarked;
