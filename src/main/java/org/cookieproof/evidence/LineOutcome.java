package org.cookieproof.evidence;

import org.cookieproof.http.cookie.Outcome;

/**
 * What the model's jar did with one Set-Cookie field value.
 *
 * @param exchange the number of the exchange that brought it
 * @param line     the field value as on the wire
 */
public record LineOutcome(int exchange, String line, Outcome outcome) {}
