/**
 * RFC 6265bis: the two parsers kept apart (what a server may send; what a user agent makes of it), the model jar with
 * its declared deviations, and the proof of a deletion. It must not know any target, profile or recording.
 */
@NullMarked
package org.cookieproof.http.cookie;

import org.jspecify.annotations.NullMarked;
