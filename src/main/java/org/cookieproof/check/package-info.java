/**
 * The rules: each check is a pure function from the evidence of one cell to findings, names its source, and never
 * throws. It must not know who runs it, or whether a regression was injected.
 *
 * <p>The invariants of the architecture, sentence by sentence, with the check that holds each. E is an error, W a
 * warning; where both stand, the check's comment says which is when. A target's exceptions are honoured in one place,
 * {@code Findings.keep}, so that no server check can pass them by.
 *
 * <table>
 * <caption>Invariants of the server</caption>
 * <tr><th>invariant<th>check<th>source<th>severity
 * <tr><td>no Secure on a 2xx http response<td>no-secure-over-http<td>T124252<td>E
 * <tr><td>session-bearing cookies Secure on https<td>session-cookies-secure<td>RFC 6265bis §4.1.2.5<td>E
 * <tr><td>session-bearing cookies HttpOnly<td>session-cookies-http-only<td>RFC 6265bis §4.1.2.6<td>E
 * <tr><td>SameSite=None only with Secure<td>same-site-none-needs-secure<td>RFC 6265bis §4.1.2.7<td>E
 * <tr><td>what cross-site requests need says None<td>cross-site-cookies-say-none<td>T252236<td>W
 * <tr><td>a deletion matches the scope of what it deletes<td>deletion-matches-scope<td>RFC 6265bis §5.7<td>E
 * <tr><td>… and is sent only for what is there<td>no-deletion-of-unknown-cookie<td>T124252<td>E
 * <tr><td>one final state per (name, domain, path)<td>one-final-state<td>T124421<td>E, W
 * <tr><td>one scope for a name in a request<td>one-scope-for-a-name<td>T124453<td>E, W
 * <tr><td>Max-Age and Expires agree<td>expiry-attributes-agree<td>RFC 6265bis §5.5<td>E, W
 * <tr><td>every date parses in every client<td>cookie-dates<td>RFC 6265bis §4.1.1<td>E, W
 * <tr><td>values are ASCII and break no line<td>set-cookie-syntax<td>RFC 6265bis §4.1.1<td>E, W
 * <tr><td>… and percent-encoded<td>cookie-values-encoded<td>RFC 3986 §2.4<td>W
 * <tr><td>nothing private in a shared cache<td>nothing-private-shared<td>T125283<td>E
 * <tr><td>nothing that it may store sets cookies<td>no-cookie-on-cacheable<td>T125283<td>E
 * <tr><td>Vary names what the answer depends on<td>vary-names-cookie, vary-names-authorization<td>T125283, RFC 9111
 * §4.1<td>E, W
 * <tr><td>the session id changes at login<td>session-id-changes-at-login<td>T363699<td>E
 * <tr><td>unknown ids are never adopted<td>unknown-ids-not-adopted<td>T363699<td>E
 * <tr><td>a two-leg login finds its session<td>no-repeated-need-token<td>T124252<td>E
 * <tr><td>page, API and cookies name one user<td>identities-agree<td>T124451<td>E
 * <tr><td>no redirect loop<td>no-redirect-loop<td>T326281<td>E
 * <tr><td>no reusable credential in a URL<td>no-credential-in-url<td>RFC 9110 §17.9<td>E
 * <tr><td>hand-off values are good once<td>hand-offs-are-one-time<td>RFC 6749 §10.5<td>E
 * <tr><td>sizes and counts within browser limits<td>browser-limits<td>RFC 6265bis §6.1<td>E, W
 * <tr><td>no 5xx that the scenario did not ask for<td>no-server-error<td>T124126<td>E
 * <tr><td>nothing secret in a log<td>no-secret-in-log<td>RFC 9110 §17.9<td>E
 * <tr><td>the way from http to https sets nothing<td>no-cookie-on-upgrade<td>RFC 6265bis §8.3<td>E, W
 * <tr><td>HSTS over https only<td>no-hsts-over-http<td>RFC 6797 §7.2<td>E
 * <tr><td>where requests choose a backend, that one answers<td>debug-backend-answers<td>RFC 9111 §5.1<td>E
 * </table>
 *
 * <table>
 * <caption>Invariants of the client, judged against the profile's declared deviations</caption>
 * <tr><th>invariant<th>check<th>source<th>severity
 * <tr><td>no expired, out-of-scope or refused cookie is sent<td>no-dead-cookie-sent<td>RFC 6265bis §5.8.3<td>E, W
 * <tr><td>what was just set is sent<td>sends-what-it-holds<td>RFC 6265bis §5.8.3<td>W
 * <tr><td>the jar holds what the wire says<td>jar-matches-model<td>RFC 6265bis §5.7<td>E, W
 * <tr><td>wire, jar and next Cookie header agree<td>witnesses-agree<td>RFC 6265bis §5.8.3<td>E, W
 * <tr><td>a declared deviation shows<td>declared-deviations-show<td>RFC 6265bis §5.8.3<td>W
 * <tr><td>the foreign canary gets no credential<td>foreign-gets-no-credential<td>RFC 6265bis §5.8.3<td>E
 * </table>
 */
@NullMarked
package org.cookieproof.check;

import org.jspecify.annotations.NullMarked;
