package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.http.Endpoint;

/** A target that answers. */
public interface RunningTarget extends AutoCloseable {

    /** Where each of its hosts can be reached, scheme by scheme; a scheme that a host does not serve is absent. */
    Map<Endpoint, InetSocketAddress> addresses();

    /** What its certificates are verified against; empty for the JDK's own list. */
    List<X509Certificate> trust();

    /** Who can sign in; bounds how many cells run at once. */
    List<Account> accounts();

    /** Why its accounts cannot be had, of a target that is started to be examined; empty where they are there. */
    default Optional<String> accountsLack() {
        return Optional.empty();
    }

    /** What can be done to it while it runs; empty when nothing. */
    default Optional<TargetControl> control() {
        return Optional.empty();
    }

    /** Stops what was started. */
    @Override
    void close();
}
