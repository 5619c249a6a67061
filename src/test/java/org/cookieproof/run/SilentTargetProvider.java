package org.cookieproof.run;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;

/** A target at whose address nobody listens. */
@AutoService(TargetProvider.class)
public final class SilentTargetProvider implements TargetProvider {

    @Override
    public String id() {
        return "silent";
    }

    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        InetSocketAddress nobody = closedPort();
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
        definition.sites().hosts().values().forEach(host -> {
            addresses.put(new Endpoint(Scheme.HTTP, host), nobody);
            addresses.put(new Endpoint(Scheme.HTTPS, host), nobody);
        });
        return new RunningTarget() {
            @Override
            public Map<Endpoint, InetSocketAddress> addresses() {
                return addresses;
            }

            @Override
            public List<X509Certificate> trust() {
                return List.of();
            }

            @Override
            public List<Account> accounts() {
                return List.of(new Account("Alice", "not asked for"), new Account("Bob", "not asked for"));
            }

            @Override
            public void close() {
                // nothing was started
            }
        };
    }

    private static InetSocketAddress closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
