/**
 * Passports: what each profile's jar, redirects and history were measured to do, behaviour by behaviour. A scripted
 * server answers; the wire says what came of it; the RFC 6265bis model says what should have.
 */
@NullMarked
package org.cookieproof.passport;

import org.jspecify.annotations.NullMarked;
