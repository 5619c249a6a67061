package org.cookieproof.tap;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * One run's certificate authority and the certificates of the intercepted hosts. All hosts share one key, since
 * Chromium can be told to trust a key ({@code --ignore-certificate-errors-spki-list}). Private keys stay in memory.
 */
final class RunAuthority {

    private static final Duration LIFETIME = Duration.ofDays(7);
    /** User agents' clocks may be a little behind ours. */
    private static final Duration LEEWAY = Duration.ofDays(1);

    private final Instant now;
    private final X509Bundle authority;
    private final KeyPair leafKey;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    RunAuthority(Instant now) {
        this.now = now;
        // NSS refuses two CAs of one name with different keys, so the name is the run's own.
        byte[] unique = new byte[6];
        new SecureRandom().nextBytes(unique);
        try {
            authority = dated().subject("CN=Cookieproof tap "
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(unique))
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(true, KeyUsage.keyCertSign, KeyUsage.cRLSign)
                    .buildSelfSigned();
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            leafKey = keys.generateKeyPair();
        } catch (Exception e) { // thrown as such by the builder
            throw new IllegalStateException("cannot make the run's certificate authority", e);
        }
    }

    private CertificateBuilder dated() {
        return new CertificateBuilder().ecp256().notBefore(now.minus(LEEWAY)).notAfter(now.plus(LIFETIME));
    }

    X509Certificate certificate() {
        return authority.getCertificate();
    }

    /** Writes the certificate, never the key. */
    Path writeTo(Path directory) {
        try {
            return Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the run's CA certificate", e);
        }
    }

    /** Base64 of the SHA-256 of the hosts' public key, as Chromium wants it. */
    String leafSpkiSha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(leafKey.getPublic().getEncoded());
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** An engine that presents this host's certificate to a user agent. */
    SSLEngine engineFor(String host) {
        SSLEngine engine = contexts.computeIfAbsent(host, this::contextFor).createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    private SSLContext contextFor(String host) {
        try {
            CertificateBuilder leaf = dated().subject(
                            "O=Cookieproof tap") // the name is in the SAN; a CN has 64 characters only
                    .keyPair(leafKey)
                    .setKeyUsage(true, KeyUsage.digitalSignature)
                    .addExtendedKeyUsageServerAuth();
            boolean isAddress = host.matches("[0-9.]+|\\[.*]");
            leaf = isAddress ? leaf.addSanIpAddress(host.replaceAll("[\\[\\]]", "")) : leaf.addSanDnsName(host);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    leaf.buildIssuedBy(authority).toKeyManagerFactory().getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (Exception e) { // thrown as such by the builder
            throw new IllegalStateException("cannot make a certificate for " + host, e);
        }
    }
}
