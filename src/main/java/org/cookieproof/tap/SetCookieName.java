package org.cookieproof.tap;

/** The name of a cookie in a Set-Cookie line or a pair of a Cookie line; nameless cookies have the empty one. */
final class SetCookieName {

    private SetCookieName() {}

    static String of(String line) {
        String pair = line.split(";", 2)[0];
        int equals = pair.indexOf('=');
        return (equals < 0 ? "" : pair.substring(0, equals)).strip();
    }
}
