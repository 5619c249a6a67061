/**
 * What the farm reads from requests and writes into responses: parameters, cookies, cache fields, percent-encoding. It
 * must not know sessions, accounts or the HTTP server underneath.
 */
@NullMarked
package org.cookieproof.farm.wire;

import org.jspecify.annotations.NullMarked;
