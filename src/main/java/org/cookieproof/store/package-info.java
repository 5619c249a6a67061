/**
 * Where the embedded service keeps sessions and one-time tokens: opaque bytes under a key, each with an end. It must not
 * know what a session is, nor anything of HTTP.
 */
@NullMarked
package org.cookieproof.store;

import org.jspecify.annotations.NullMarked;
