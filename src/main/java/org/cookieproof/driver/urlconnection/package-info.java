/** java.net.HttpURLConnection with java.net.CookieManager, as much Java code still does. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.urlconnection;

import org.jspecify.annotations.NullMarked;
