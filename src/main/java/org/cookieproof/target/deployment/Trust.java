package org.cookieproof.target.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.cookieproof.target.Authorities;
import org.cookieproof.target.TargetUnavailableException;

/**
 * What certificates of a deployment are verified against.
 *
 * @param authorities its own and the public ones, which its other hosts may have; empty where it has none of its own
 */
public record Trust(List<X509Certificate> authorities) {

    public Trust {
        authorities = List.copyOf(authorities);
    }

    /**
     * @param own PEM files; none for the public authorities alone
     * @throws TargetUnavailableException where one cannot be read
     */
    public static Trust of(List<Path> own) {
        List<X509Certificate> all = new ArrayList<>();
        for (Path pem : own) {
            try {
                all.addAll(Authorities.in(pem));
            } catch (IOException | GeneralSecurityException e) {
                throw new TargetUnavailableException("cannot read the certificates of " + pem + ": " + e, e);
            }
        }
        if (!all.isEmpty()) {
            all.addAll(Arrays.asList(manager(List.of()).getAcceptedIssuers()));
        }
        return new Trust(all);
    }

    public SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    X509TrustManager manager() {
        return manager(authorities);
    }

    /** @param authorities empty for the JDK's own list */
    private static X509TrustManager manager(List<X509Certificate> authorities) {
        try {
            KeyStore store = null;
            if (!authorities.isEmpty()) {
                store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(null, null);
                for (int i = 0; i < authorities.size(); i++) {
                    store.setCertificateEntry("authority-" + i, authorities.get(i));
                }
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot set up trust", e);
        }
    }
}
