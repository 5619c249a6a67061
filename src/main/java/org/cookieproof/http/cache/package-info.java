/**
 * RFC 9111: the fields that say who may store a response and for how long. It judges nothing: checks do.
 */
@NullMarked
package org.cookieproof.http.cache;

import org.jspecify.annotations.NullMarked;
