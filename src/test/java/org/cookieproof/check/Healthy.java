package org.cookieproof.check;

/** A login, page views and a logout as a healthy farm sends them; line for line from the captures of MediaWiki 1.39. */
final class Healthy {

    static final String LOGIN = """
            # step 1
            GET https://en.wikipedia.test/w/index.php?title=Special%3AUserLogin&returnto=Main+Page
            < 200 OK
            < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; HttpOnly
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: no-cache, no-store, max-age=0, must-revalidate
            POST https://en.wikipedia.test/w/index.php?title=Special:UserLogin&returnto=Main+Page
            > Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j
            > Content-Type: application/x-www-form-urlencoded
            >> title=Special%3AUserLogin&wpName=Alice&wpPassword=correct-horse-7&wploginattempt=Log+in
            < 302 Found
            < Set-Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; path=/; secure; HttpOnly
            < Set-Cookie: enwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly
            < Set-Cookie: enwikiUserName=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly
            < Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly
            < Set-Cookie: centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; domain=.wikipedia.test; secure; HttpOnly
            < Set-Cookie: centralauth_Session=7a188d3ede0d140a6c1e47f4ebb964df; path=/; domain=.wikipedia.test; secure; HttpOnly
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: no-cache, no-store, max-age=0, must-revalidate
            < Location: https://login.wikimedia.test/wiki/Special:CentralLogin/start?token=95811fee4e1a79cf6ff83af2931c3ec3
            GET https://login.wikimedia.test/wiki/Special:CentralLogin/start?token=95811fee4e1a79cf6ff83af2931c3ec3
            < 302 Found
            < Set-Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21; path=/; secure; HttpOnly
            < Set-Cookie: loginwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly
            < Set-Cookie: centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly
            < Set-Cookie: centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab; path=/; secure; HttpOnly
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: private, must-revalidate, max-age=0
            < Location: https://en.wikipedia.test/wiki/Special:CentralLogin/complete?token=2d1b6a62326bf481bb5e7888400ef96e
            GET https://en.wikipedia.test/wiki/Special:CentralLogin/complete?token=2d1b6a62326bf481bb5e7888400ef96e
            > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3; enwikiUserName=Alice; forceHTTPS=true; centralauth_User=Alice; centralauth_Session=7a188d3ede0d140a6c1e47f4ebb964df
            < 302 Found
            < Set-Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; path=/; secure; HttpOnly
            < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly
            < Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly
            < Set-Cookie: centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab; path=/; domain=.wikipedia.test; secure; HttpOnly
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: private, must-revalidate, max-age=0
            < Location: https://en.wikipedia.test/wiki/Main_Page
            GET https://en.wikipedia.test/wiki/Main_Page
            > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3; enwikiUserName=Alice; forceHTTPS=true; centralauth_User=Alice; centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab
            < 200 OK
            < Content-Type: text/html; charset=UTF-8
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: private, must-revalidate, max-age=0
            << <html>Welcome, Alice</html>
            GET https://en.wikipedia.test/w/load.php?modules=startup
            > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3; enwikiUserName=Alice; forceHTTPS=true; centralauth_User=Alice; centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab
            < 200 OK
            < Content-Type: text/javascript; charset=utf-8
            < Cache-Control: public, max-age=300, s-maxage=300, stale-while-revalidate=60
            << mw.loader.startup()
            """;

    static final String LOGOUT = """
            # step 2
            POST https://en.wikipedia.test/wiki/Special:UserLogout
            > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3; enwikiUserName=Alice; forceHTTPS=true; centralauth_User=Alice; centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab
            < 200 OK
            < Set-Cookie: enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Set-Cookie: enwikiUserID=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test; HttpOnly
            < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly
            < Set-Cookie: centralauth_User=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test; secure; HttpOnly
            < Set-Cookie: centralauth_Session=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test; secure; HttpOnly
            < Vary: Accept-Encoding, Cookie
            < Expires: Thu, 01 Jan 1970 00:00:00 GMT
            < Cache-Control: private, must-revalidate, max-age=0
            GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/deleteCookies?type=icon
            > Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21; loginwikiUserID=3; centralauth_User=Alice; centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab
            < 200 OK
            < Set-Cookie: loginwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Set-Cookie: loginwikiUserID=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Set-Cookie: centralauth_User=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Set-Cookie: centralauth_Session=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
            < Cache-Control: no-cache, no-store, max-age=0, must-revalidate
            # step 3
            GET https://en.wikipedia.test/wiki/Main_Page
            > Cookie: enwikiUserName=Alice
            < 200 OK
            < Content-Type: text/html; charset=UTF-8
            < Vary: Accept-Encoding, Cookie
            < Cache-Control: s-maxage=18000, must-revalidate, max-age=0
            << <html>Log in</html>
            """;

    static final String ALL = LOGIN + LOGOUT;

    private Healthy() {}
}
