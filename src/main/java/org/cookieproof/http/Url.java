package org.cookieproof.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL; {@code target} is the path and the query just as they were on the wire, without a
 * fragment, never empty.
 */
public record Url(Scheme scheme, String host, int port, String target) {

    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:"); // RFC 3986 §3.1

    public Url {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || host.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a host name: '" + host + "'");
        }
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("not a request target: '" + target + "'");
        }
    }

    public static Url of(Scheme scheme, String host, String target) {
        return new Url(scheme, host, scheme.defaultPort(), target);
    }

    /**
     * Reads an absolute URL. Characters that RFC 3986 forbids but user agents send ({@code |}, {@code "}, spaces) are
     * let through, since the wire is what it is.
     *
     * @throws IllegalArgumentException when it is not an absolute http or https URL
     */
    public static Url parse(String url) {
        int schemeEnd = url.indexOf("://");
        if (schemeEnd < 0) {
            throw new IllegalArgumentException("not an absolute URL: " + url);
        }
        Scheme scheme = Scheme.of(url.substring(0, schemeEnd));
        String rest = url.substring(schemeEnd + 3);
        int fragment = rest.indexOf('#');
        rest = fragment < 0 ? rest : rest.substring(0, fragment);
        int end = indexOfAny(rest, "/?");
        String authority = end < 0 ? rest : rest.substring(0, end);
        String target = end < 0 ? "/" : rest.substring(end);
        target = target.startsWith("?") ? "/" + target : target;
        int userInfo = authority.lastIndexOf('@');
        authority = authority.substring(userInfo + 1);
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 || colon == authority.length() - 1
                ? scheme.defaultPort()
                : Integer.parseInt(authority.substring(colon + 1));
        return new Url(scheme, host, port, target);
    }

    /**
     * Resolves a reference against this URL (RFC 3986 §5.2.2, strictly); the fragment is left out.
     *
     * @throws IllegalArgumentException when it leads to something that is no http or https URL
     */
    public Url resolve(String reference) {
        int fragment = reference.indexOf('#');
        String plain = fragment < 0 ? reference : reference.substring(0, fragment);
        if (WITH_SCHEME.matcher(plain).lookingAt()) {
            return parse(plain).withoutDots();
        }
        if (plain.startsWith("//")) {
            return parse(scheme.wireName() + ":" + plain).withoutDots();
        }
        if (plain.isEmpty()) {
            return this;
        }
        if (plain.startsWith("?")) {
            return withTarget(path() + plain);
        }
        String merged = plain.startsWith("/") ? plain : path().substring(0, path().lastIndexOf('/') + 1) + plain;
        return withTarget(merged).withoutDots();
    }

    private Url withTarget(String target) {
        return new Url(scheme, host, port, target);
    }

    private Url withoutDots() {
        return withTarget(removeDotSegments(path()) + target.substring(path().length()));
    }

    /** RFC 3986 §5.2.4, for a path that begins with a slash. */
    private static String removeDotSegments(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        String[] segments = path.substring(1).split("/", -1);
        Deque<String> kept = new ArrayDeque<>();
        for (int i = 0; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            if (up) {
                kept.pollLast();
            }
            if (!up && !segments[i].equals(".")) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add(""); // what ends in a dot segment ends in a slash
            }
        }
        return "/" + String.join("/", kept);
    }

    private static int indexOfAny(String s, String chars) {
        for (int i = 0; i < s.length(); i++) {
            if (chars.indexOf(s.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The path without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query without its question mark. */
    public Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }

    /** Scheme, host and port as RFC 6454 §6.2 writes them: the default port is left out. */
    public String origin() {
        return scheme.wireName() + "://" + host + (port == scheme.defaultPort() ? "" : ":" + port);
    }

    public boolean isSecure() {
        return scheme == Scheme.HTTPS;
    }

    @Override
    public String toString() {
        return origin() + target;
    }
}
