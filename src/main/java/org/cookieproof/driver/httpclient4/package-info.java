/** Apache HttpClient 4 with its own cookie store and its default cookie specification. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.httpclient4;

import org.jspecify.annotations.NullMarked;
