package org.cookieproof.target.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.TargetUnavailableException;

/** Whether the hosts of a deployment take connections, and show certificates that are theirs. Sends no request. */
public final class Reachability {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Trust trust;

    public Reachability(Trust trust) {
        this.trust = trust;
    }

    /**
     * What came of a connection.
     *
     * @param trouble     why it cannot be used; empty when it can
     * @param certificate that was shown and trusted; empty over http, and where there is trouble
     */
    public record Answer(
            Endpoint endpoint,
            InetSocketAddress address,
            Optional<String> trouble,
            Optional<X509Certificate> certificate) {}

    /** @throws TargetUnavailableException that names every site which cannot be used, and why */
    void require(Map<Endpoint, InetSocketAddress> sites) {
        List<String> troubles =
                answers(sites).stream().flatMap(a -> a.trouble().stream()).toList();
        if (!troubles.isEmpty()) {
            throw new TargetUnavailableException(String.join("; ", troubles));
        }
    }

    /** One for each, in the order of their names. */
    public List<Answer> answers(Map<Endpoint, InetSocketAddress> sites) {
        return sites.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().toString()))
                .map(e -> answer(e.getKey(), e.getValue()))
                .collect(Collectors.toList());
    }

    private Answer answer(Endpoint endpoint, InetSocketAddress address) {
        int millis = Math.toIntExact(PATIENCE.toMillis());
        String where = endpoint + (isByDns(endpoint, address) ? "" : " at " + shown(address));
        try (Socket socket = new Socket()) {
            InetAddress resolved = InetAddress.getByName(address.getHostString());
            socket.connect(new InetSocketAddress(resolved, address.getPort()), millis);
            socket.setSoTimeout(millis);
            return new Answer(
                    endpoint,
                    address,
                    Optional.empty(),
                    endpoint.scheme() == Scheme.HTTPS ? Optional.of(certificate(socket, endpoint)) : Optional.empty());
        } catch (UnknownHostException e) {
            return trouble(
                    endpoint,
                    address,
                    where + " has no address: DNS does not know " + address.getHostString()
                            + "; say where it is by 'addresses:' or --resolve " + endpoint.host() + ":ADDRESS");
        } catch (SSLException e) {
            return trouble(endpoint, address, where + ": " + reason(e));
        } catch (IOException e) {
            return trouble(endpoint, address, where + " does not answer: " + e.getMessage());
        }
    }

    private static Answer trouble(Endpoint endpoint, InetSocketAddress address, String why) {
        return new Answer(endpoint, address, Optional.of(why), Optional.empty());
    }

    private static boolean isByDns(Endpoint endpoint, InetSocketAddress address) {
        return address.getHostString().equalsIgnoreCase(endpoint.host())
                && address.getPort() == endpoint.scheme().defaultPort();
    }

    private static String shown(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private X509Certificate certificate(Socket socket, Endpoint endpoint) throws IOException {
        try (SSLSocket secured =
                (SSLSocket) trust.sockets().createSocket(socket, endpoint.host(), socket.getPort(), true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return (X509Certificate) secured.getSession().getPeerCertificates()[0];
        }
    }

    private static String reason(SSLException thrown) {
        boolean certificate = false;
        String innermost = String.valueOf(thrown.getMessage());
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            certificate |= cause instanceof CertificateException;
            innermost = cause.getMessage() == null ? innermost : cause.getMessage();
        }
        return certificate
                ? "its certificate is not trusted (" + innermost
                        + "); name an authority of your own by 'trust:' or --cacert FILE"
                : "no TLS (" + innermost + "); where a site serves plain http only, 'schemes:' says so";
    }
}
