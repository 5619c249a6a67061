package org.cookieproof.http.cookie;

import java.util.regex.Pattern;

/** Which hosts and paths a cookie is for (RFC 6265bis §5.1.3 and §5.1.4). Hosts are given in lower case. */
public final class CookieMatching {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private CookieMatching() {}

    /** Whether {@code host} domain-matches {@code domain} (§5.1.3): the same, or a subdomain and no IP address. */
    public static boolean domainMatch(String host, String domain) {
        return host.equals(domain) || (host.endsWith("." + domain) && !isIpAddress(host));
    }

    /** Whether a request for this path, without its query, path-matches a cookie's path (§5.1.4). */
    public static boolean pathMatch(String requestPath, String cookiePath) {
        return requestPath.equals(cookiePath)
                || (requestPath.startsWith(cookiePath)
                        && (cookiePath.endsWith("/") || requestPath.charAt(cookiePath.length()) == '/'));
    }

    /** The path of a cookie that came without a usable Path attribute, in answer to this path (§5.1.4). */
    public static String defaultPath(String requestPath) {
        int lastSlash = requestPath.lastIndexOf('/');
        return requestPath.startsWith("/") && lastSlash > 0 ? requestPath.substring(0, lastSlash) : "/";
    }

    /** Whether a host is an IPv4 or IPv6 address, the latter with or without its brackets. */
    static boolean isIpAddress(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }
}
