package org.cookieproof.target.mediawiki;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * The certificate of one wiki and the authority that signed it, made anew for each start. The authority's key is
 * forgotten at once: nothing else can ever be signed with it.
 */
record Certificates(X509Bundle server, X509Certificate authority) {

    private static final Duration LIFE = Duration.ofDays(7);

    static Certificates forHost(String host, Instant now) {
        CertificateBuilder base = new CertificateBuilder()
                .ecp256()
                // Clocks differ a little, and a test may set a client's back.
                .notBefore(now.minus(LIFE))
                .notAfter(now.plus(LIFE));
        try {
            X509Bundle authority = base.copy()
                    .subject("CN=Cookieproof MediaWiki CA")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            X509Bundle server = base.copy()
                    .subject("CN=" + host)
                    .addSanDnsName(host)
                    .addExtendedKeyUsageServerAuth()
                    .buildIssuedBy(authority);
            return new Certificates(server, authority.getCertificate());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // as the builder declares it; nothing here comes from outside
            throw new IllegalStateException("cannot make a certificate for " + host, e);
        }
    }

    /** Writes what nginx reads; the key for the owner only. */
    void writeTo(Path directory) throws IOException {
        Files.writeString(directory.resolve("certificate.pem"), server.getCertificatePathPEM());
        Path key = directory.resolve("key.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, server.getPrivateKeyPEM());
    }
}
