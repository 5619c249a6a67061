/**
 * OkHttp with a jar as a careful user would write it, and with the one that it brings along. It must not know the harness's model of a jar: the judge must not
 * be the client.
 */
@NullMarked
package org.cookieproof.driver.okhttp;

import org.jspecify.annotations.NullMarked;
