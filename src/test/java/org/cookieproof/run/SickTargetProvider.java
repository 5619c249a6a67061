package org.cookieproof.run;

import com.google.auto.service.AutoService;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.target.farm.FarmTargetProvider;

/**
 * The farm with one thing wrong about it, as its setting {@code ill} says: {@code distrusted}, {@code wrong-password},
 * {@code no-accounts}, {@code no-tls}, or of its first site {@code expired}, {@code other-host}, {@code slow-clock} and
 * {@code nobody}.
 */
@AutoService(TargetProvider.class)
public final class SickTargetProvider implements TargetProvider {

    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public String id() {
        return "sick";
    }

    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        RunningTarget farm = new FarmTargetProvider().start(definition, Map.of(), Map.of(), scratch);
        return new Sick(farm, settings.getOrDefault("ill", "not"), definition);
    }

    private static final class Sick implements RunningTarget {

        private final RunningTarget farm;
        private final String ill;
        private final Map<Endpoint, InetSocketAddress> addresses;
        private final List<X509Certificate> trust;
        private final List<ServerSocket> own = new ArrayList<>();

        Sick(RunningTarget farm, String ill, TargetDefinition definition) {
            this.farm = farm;
            this.ill = ill;
            addresses = new HashMap<>(farm.addresses());
            trust = new ArrayList<>(farm.trust());
            String first = definition.sites().hosts().values().stream()
                    .filter(h -> h.startsWith("en."))
                    .findFirst()
                    .orElseThrow();
            Endpoint https = new Endpoint(Scheme.HTTPS, first);
            try {
                switch (ill) {
                    case "distrusted" -> {
                        trust.clear();
                        trust.add(authority().getCertificate());
                    }
                    case "no-tls" -> addresses.keySet().removeIf(e -> e.scheme() == Scheme.HTTPS);
                    case "expired" ->
                        addresses.put(https, tls(first, Instant.now().minus(DAY)));
                    case "other-host" ->
                        addresses.put(https, tls("other.test", Instant.now().plus(DAY.multipliedBy(9))));
                    case "slow-clock" -> addresses.put(new Endpoint(Scheme.HTTP, first), plain());
                    case "nobody" -> addresses.put(https, closed());
                    default -> {}
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static io.netty.pkitesting.X509Bundle authority() throws Exception {
            return dated(Instant.now().plus(DAY.multipliedBy(30)))
                    .subject("CN=Another CA")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        }

        private static CertificateBuilder dated(Instant end) {
            return new CertificateBuilder()
                    .ecp256()
                    .notBefore(end.minus(DAY.multipliedBy(40)))
                    .notAfter(end);
        }

        /** Shows a certificate for a host, and says no more. */
        private InetSocketAddress tls(String host, Instant end) throws Exception {
            var ca = authority();
            trust.add(ca.getCertificate());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    dated(end)
                            .subject("CN=" + host)
                            .addExtendedKeyUsageServerAuth()
                            .addSanDnsName(host)
                            .buildIssuedBy(ca)
                            .toKeyManagerFactory()
                            .getKeyManagers(),
                    null,
                    null);
            return serve(context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        }

        private InetSocketAddress plain() throws IOException {
            return serve(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
        }

        private static InetSocketAddress closed() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return (InetSocketAddress) socket.getLocalSocketAddress();
            }
        }

        private InetSocketAddress serve(ServerSocket server) {
            own.add(server);
            new Thread(() -> answerAll(server), "sick").start();
            return (InetSocketAddress) server.getLocalSocketAddress();
        }

        /** Five minutes ago, each time. */
        private static void answerAll(ServerSocket server) {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[1 << 14]);
                    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.now().minusSeconds(305).atOffset(ZoneOffset.UTC));
                    socket.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nDate: " + date
                                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // The other side has seen enough, or we are closed; the loop's condition tells which.
                }
            }
        }

        @Override
        public Map<Endpoint, InetSocketAddress> addresses() {
            return addresses;
        }

        @Override
        public List<X509Certificate> trust() {
            return trust;
        }

        @Override
        public List<Account> accounts() {
            return switch (ill) {
                case "no-accounts" -> List.of();
                case "wrong-password" ->
                    farm.accounts().stream()
                            .map(a -> new Account(a.name(), "not the password"))
                            .toList();
                default -> farm.accounts();
            };
        }

        @Override
        public void close() {
            try (farm) {
                for (ServerSocket server : own) {
                    server.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
