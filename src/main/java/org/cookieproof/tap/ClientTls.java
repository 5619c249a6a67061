package org.cookieproof.tap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS as a client that verifies: the chain against the given certificates, the name against the asked host. */
final class ClientTls {

    private final SSLContext context;

    /**
     * @param trusted empty means the JDK's own trust store
     */
    ClientTls(List<X509Certificate> trusted) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted.isEmpty() ? null : storeOf(trusted));
            context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot set up TLS with the given certificates", e);
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

    /**
     * An engine for one connection.
     *
     * @param host null when it is not known; the handshake then fails, since there is no name to verify
     */
    SSLEngine engineFor(@Nullable String host, int port) {
        SSLEngine engine = host == null ? context.createSSLEngine() : context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(verifying(engine.getSSLParameters(), host));
        return engine;
    }

    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    static SSLParameters verifying(SSLParameters parameters, @Nullable String host) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (host != null && !host.matches("[0-9.]+|\\[.*]")) {
            // The JDK names no host without a dot of its own accord.
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        return parameters;
    }
}
