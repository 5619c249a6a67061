package org.cookieproof.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Certificates in PEM files. */
public final class Authorities {

    private Authorities() {}

    /** Why a file cannot be used; empty when it can. */
    static Optional<String> whyNot(Path pem) {
        if (!Files.isRegularFile(pem)) {
            return Optional.of("no file " + pem + "; it must hold a certificate authority in PEM form");
        }
        try {
            return in(pem).isEmpty() ? Optional.of(pem + " holds no certificate") : Optional.empty();
        } catch (IOException | CertificateException e) {
            return Optional.of(pem + " is no PEM file of certificates: " + e.getMessage());
        }
    }

    /** All that it holds. */
    public static List<X509Certificate> in(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
