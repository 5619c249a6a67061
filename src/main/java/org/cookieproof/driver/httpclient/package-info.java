/** Apache HttpClient 5 with its own cookie store and cookie specifications. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.httpclient;

import org.jspecify.annotations.NullMarked;
