package org.cookieproof.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Opens TLS with a server to see what it shows. No request is sent: a connection that does not verify carries nothing of
 * ours.
 */
final class HandshakeProbe {

    private final X509TrustManager trust;
    private final Duration patience;

    /** @param trusted empty for the JDK's own list, as for the tap */
    HandshakeProbe(List<X509Certificate> trusted, Duration patience) {
        this.patience = patience;
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted.isEmpty() ? null : storeOf(trusted));
            trust = Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot set up TLS with the target's trust", e);
        }
    }

    private static KeyStore storeOf(List<X509Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        return store;
    }

    /** @throws IOException when there is no server, or none that speaks TLS */
    Handshake shake(String host, InetSocketAddress address) throws IOException {
        Witness witness = new Witness(trust);
        int millis = Math.toIntExact(patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(resolved(address), millis);
            socket.setSoTimeout(millis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, null);
            try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, 443, true)) {
                SSLParameters parameters = tls.getSSLParameters();
                if (!host.matches("[0-9.]+|\\[.*]")) {
                    parameters.setServerNames(List.of(new SNIHostName(host)));
                }
                tls.setSSLParameters(parameters);
                tls.startHandshake();
                return new Handshake(tls.getSession().getProtocol(), witness.chain, witness.distrust);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static InetSocketAddress resolved(InetSocketAddress address) throws IOException {
        return address.isUnresolved()
                ? new InetSocketAddress(InetAddress.getByName(address.getHostString()), address.getPort())
                : address;
    }

    /** Notes what is shown and what would be said of it, and lets the handshake come to its end. */
    private static final class Witness extends X509ExtendedTrustManager {

        private final X509TrustManager judge;
        private List<X509Certificate> chain = List.of();
        private Optional<String> distrust = Optional.empty();

        Witness(X509TrustManager judge) {
            this.judge = judge;
        }

        private void see(X509Certificate[] shown, String authType) {
            chain = List.of(shown);
            try {
                judge.checkServerTrusted(shown, authType);
            } catch (CertificateException e) {
                Throwable cause = e;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                distrust = Optional.of(String.valueOf(cause.getMessage()));
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
            see(shown, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
            see(shown, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String authType) {
            see(shown, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
                throws CertificateException {
            checkClientTrusted(shown, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(shown, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
