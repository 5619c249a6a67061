package org.cookieproof.target.process;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The certificate of one service and the authority that signed it, made anew for each start. The authority's key is
 * forgotten at once: nothing else can ever be signed with it.
 */
public record Certificates(X509Bundle server, X509Certificate authority) {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:]+");

    /**
     * @param service what the authority is called after
     * @param hosts   names, or addresses, that the one certificate is for; at least one
     */
    public static Certificates forHosts(String service, List<String> hosts, Instant now) {
        CertificateBuilder base = new CertificateBuilder()
                .ecp256()
                // Clocks differ a little, and a test may set a client's back.
                .notBefore(now.minus(LIFE))
                .notAfter(now.plus(LIFE));
        try {
            X509Bundle authority = base.copy()
                    .subject("CN=Cookieproof " + service + " CA")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            CertificateBuilder server =
                    base.copy().subject("CN=" + hosts.get(0)).addExtendedKeyUsageServerAuth();
            for (String host : hosts) {
                if (ADDRESS.matcher(host).matches()) {
                    server.addSanIpAddress(host);
                } else {
                    server.addSanDnsName(host);
                }
            }
            return new Certificates(server.buildIssuedBy(authority), authority.getCertificate());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // as the builder declares it; nothing here comes from outside
            throw new IllegalStateException("cannot make a certificate for " + hosts, e);
        }
    }

    /** Writes {@code certificate.pem} and {@code key.pem}, the key for the owner only. */
    public void writeTo(Path directory) throws IOException {
        Files.writeString(directory.resolve("certificate.pem"), server.getCertificatePathPEM());
        Path key = directory.resolve("key.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, server.getPrivateKeyPEM());
    }
}
