/** Vert.x's WebClientSession with its own cookie store. It must not know any other client. */
@NullMarked
package org.cookieproof.driver.vertx;

import org.jspecify.annotations.NullMarked;
