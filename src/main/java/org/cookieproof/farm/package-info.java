/**
 * The embedded session service: a farm of wikis with one login, speaking as MediaWiki 1.39 with CentralAuth does on the
 * wire. It must not know anything of the harness, least of all how cookies are judged: service and judge must not share
 * faults. {@link org.cookieproof.farm.Farm} is the way in; {@link org.cookieproof.farm.Mechanisms} says what can be
 * broken on purpose.
 *
 * <h2>What healthy means</h2>
 *
 * The healthy form keeps the spelling, order, life and occasion of cookies, the hops and the cache fields of the farm
 * that the facts were taken from ({@code facts/mediawiki-centralauth-1.39-on-the-wire.md}), except where that would break
 * an invariant of the harness. Of the eighteen surprises in section 7:
 *
 * <ol>
 *   <li>forceHTTPS deleted host-only and set for the domain in one response: <b>without</b>. A jar that goes by names
 *       loses it. It is set and deleted in one scope, the one of the site.
 *   <li>deleteCookies deletes a cookie and sets it again: <b>without</b>. It deletes; a response has one last word for
 *       each name, domain and path.
 *   <li>forceHTTPS works once: <b>without</b>. The http request that it redirects touches no cookie, so it works until
 *       logout; only {@code true} counts; api.php neither redirects nor deletes it.
 *   <li>Edge login by image sets no cookies: <b>without</b>, as since REL1_41 (T347889). Somebody who is signed in as the
 *       same user already keeps his session, so that no form of his goes stale.
 *   <li>Logout race: <b>without</b>. The global token is replaced before the response leaves.
 *   <li>centralauth_Session changes whenever a wiki mints a local session: <b>without</b>. Two hosts or two tabs in one
 *       jar would undo each other. The value stays while the central session lives.
 *   <li>Replay after logout on a wiki with core cookies only: <b>without</b>; there is no such wiki here.
 *   <li>The first of two cookies with one name counts: <b>with</b>. It is what PHP does, and clients must send them in
 *       RFC 6265's order whoever reads them.
 *   <li>Tolerance of clumsy Cookie fields: <b>with</b>, but two Cookie fields count as one list, since RFC 9113 §8.2.3
 *       lets clients split it; losing the first was the web server's doing.
 *   <li>centralauth_User with a session or a token is enough and necessary: <b>with</b>.
 *   <li>ss0- twins for clients that refuse SameSite=None: <b>without</b>. MediaWiki has dropped them.
 *   <li>HTTP 500 at the central wiki for unattached accounts: <b>without</b>; all accounts are attached.
 *   <li>A login by API as another user leaves the central wiki alone: <b>with</b>. It follows from the protocol: the API
 *       makes no hop.
 *   <li>BlockID without HttpOnly, Max-Age a second short: <b>without</b>; nobody is blocked, and one clock reading serves
 *       a whole response. CentralAuthAnonTopLevel is the one cookie that scripts may read, since they clear it.
 *   <li>CORS of api.php: <b>without</b>; {@code origin} is ignored, which grants nothing.
 *   <li>SameSite=None without Secure: <b>without</b>. Browsers refuse such cookies.
 *   <li>Bot passwords die with the password: <b>without</b>; there are none.
 *   <li>java.net.http passes the whole flow: <b>with</b>, over HTTP/1.1.
 * </ol>
 *
 * <h2>Sessions that cannot be used</h2>
 *
 * A local session lies in the store as {@code {data, metadata}}. One that cannot be read, names another provider, or whose
 * user id and name do not belong together is nobody's (T124126): it is ended, and the credentials of the request are
 * deleted. One that is whole, but of another user or of a time before a logout, is left alone, and a new one takes its
 * place: MediaWiki refuses the whole request there, which would sign a user out of a domain where he has just signed in.
 * While the store cannot be asked, a request is nobody's and no cookie is touched; what needs the store is answered with
 * 503.
 *
 * <h2>SameSite</h2>
 *
 * On https all cookies of sessions are {@code SameSite=None; secure}: auto-login asks the central wiki from pages of
 * other sites, and only so does it work where third-party cookies are allowed (facts section 5). On http SameSite is
 * absent, since None without Secure is refused; auto-login by script then works only where a browser does not treat its
 * absence as Lax. forceHTTPS must reach http, so it is never Secure and never None. The cookies of writes (cpPosIndex,
 * UseDC, UseCDNCache) have no SameSite, as on the real farm.
 *
 * <h2>Other differences from the real farm</h2>
 *
 * <ul>
 *   <li>The login form is preceded by the top-level auto-login of 2023.
 *   <li>A login form asked for over http is sent to https without a cookie; the session begins with the form. The real
 *       farm begins it in the clear (facts section 9.2, against RFC 6265bis §8.3).
 *   <li>Forms and previews of edits are private, not no-store, so that Back returns to what was typed (T124510).
 *   <li>api.php answers with {@code Vary: Accept-Encoding, Cookie}.
 *   <li>No 304, see {@link org.cookieproof.farm.page.ArticlePage}.
 *   <li>A first view of a sibling writes no cpPosIndex: nothing is created by it.
 *   <li>There are no edit conflicts: the later edit stands.
 * </ul>
 */
@NullMarked
package org.cookieproof.farm;

import org.jspecify.annotations.NullMarked;
