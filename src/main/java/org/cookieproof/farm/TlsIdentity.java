package org.cookieproof.farm;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate for all of the farm's hosts, and the certificate authority that vouches for it; both only in memory.
 *
 * @param authority what user agents have to trust
 * @param keyStore  the leaf with its key
 */
record TlsIdentity(X509Certificate authority, KeyStore keyStore) {

    static final String KEY_STORE_PASSWORD = "in memory only";

    private static final Duration LIFE = Duration.ofDays(30);

    static TlsIdentity forHosts(List<String> hosts, SecureRandom random) {
        // Real time, whatever the farm's clock says: those who check the certificate go by theirs.
        Instant now = Instant.now();
        CertificateBuilder common = new CertificateBuilder()
                .ecp256()
                .secureRandom(random)
                .notBefore(now.minus(Duration.ofDays(1)))
                .notAfter(now.plus(LIFE));
        try {
            X509Bundle authority = common.copy()
                    .subject("CN=Cookieproof farm CA")
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.cRLSign)
                    .buildSelfSigned();
            CertificateBuilder leaf = common.copy()
                    .subject("CN=" + hosts.get(0))
                    .setKeyUsage(true, CertificateBuilder.KeyUsage.digitalSignature)
                    .addExtendedKeyUsageServerAuth();
            hosts.forEach(leaf::addSanDnsName);
            X509Bundle server = leaf.buildIssuedBy(authority);
            KeyStore keys = server.toKeyStore(KEY_STORE_PASSWORD.toCharArray());
            return new TlsIdentity(authority.getCertificate(), keys);
        } catch (Exception e) {
            throw new IllegalStateException("no certificate for the farm's hosts", e);
        }
    }
}
