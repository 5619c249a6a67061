package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.http.Scheme;

/**
 * Where a host is to be found instead of where DNS says: {@code ADDRESS} or {@code ADDRESS:PORT}; an IPv6 address with
 * a port stands in brackets.
 *
 * @param address a literal address, or a name to be looked up in its place
 */
record HostAddress(String address, OptionalInt port) {

    private static final int MOST = 65535;
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[0-9A-Za-z._-]+)(?::(\\d{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Empty when it is none. */
    static Optional<HostAddress> of(String text) {
        if (IPV6.matcher(text).matches()) {
            return Optional.of(new HostAddress(text, OptionalInt.empty()));
        }
        Matcher matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String address = matcher.group(1).replaceAll("[\\[\\]]", "");
        if (matcher.group(2) == null) {
            return Optional.of(new HostAddress(address, OptionalInt.empty()));
        }
        int port = Integer.parseInt(matcher.group(2));
        return port < 1 || port > MOST ? Optional.empty() : Optional.of(new HostAddress(address, OptionalInt.of(port)));
    }

    /** Not looked up yet: the tap does that, and a name that has moved meanwhile is found again. */
    InetSocketAddress forScheme(Scheme scheme) {
        return InetSocketAddress.createUnresolved(address, port.orElse(scheme.defaultPort()));
    }
}
