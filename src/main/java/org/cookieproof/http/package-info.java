/**
 * Wire facts: what one request and its response were, field by field and in the order of the wire. It must not know
 * who sent them, why, or what they ought to have been.
 */
@NullMarked
package org.cookieproof.http;

import org.jspecify.annotations.NullMarked;
