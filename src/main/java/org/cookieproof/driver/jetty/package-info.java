/** Jetty's HTTP client with its own cookie store. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.jetty;

import org.jspecify.annotations.NullMarked;
