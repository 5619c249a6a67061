package org.cookieproof.target;

import java.util.regex.Pattern;

/** Which names and addresses are this machine's, whatever a resolver says. */
public final class Loopback {

    /** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, and RFC 6761 §6.3; an IPv6 address of a URL stands in brackets. */
    private static final Pattern HOST = Pattern.compile("(?i)127(\\.\\d{1,3}){3}|::1|\\[::1]|(.+\\.)?localhost\\.?");

    private Loopback() {}

    public static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }
}
