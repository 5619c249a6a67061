package org.cookieproof.doctor;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each site's certificate is one that a user agent would take: of a trusted chain, for this host, for a while. */
final class CertificateLines {

    /** A run may take an hour, and nobody mends a certificate meanwhile. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    /** GeneralName of RFC 5280 §4.2.1.6, as the JDK numbers its kinds. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private CertificateLines() {}

    static List<Diagnosis> of(List<EndpointProbe> probes, Instant now) {
        return probes.stream()
                .flatMap(d -> d.tls().map(t -> line(d, t, now)).stream())
                .toList();
    }

    private static Diagnosis line(EndpointProbe probe, Handshake tls, Instant now) {
        String what = probe.role() + " certificate";
        X509Certificate own = tls.chain().get(0);
        Instant end = own.getNotAfter().toInstant();
        if (end.isBefore(now)) {
            return Diagnosis.wrong(what, "has expired on " + end, "renew it");
        }
        if (own.getNotBefore().toInstant().isAfter(now)) {
            return Diagnosis.wrong(
                    what, "begins only on " + own.getNotBefore().toInstant(), "renew it, or set this machine's clock");
        }
        if (tls.distrust().isPresent()) {
            return Diagnosis.wrong(
                    what,
                    "does not verify: " + tls.distrust().get() + "; issued by "
                            + own.getIssuerX500Principal().getName(),
                    "name its authority in 'trust:' of the target file, or with --cacert; or serve the whole chain");
        }
        Optional<String> misnamed = misnamed(probe.host(), own);
        if (misnamed.isPresent()) {
            return Diagnosis.wrong(what, misnamed.get(), "get one for this host, or correct 'sites:' and 'addresses:'");
        }
        long days = Duration.between(now, end).toDays();
        String told = "verifies, is for " + probe.host() + ", " + days + (days == 1 ? " day" : " days") + " left";
        return Duration.between(now, end).compareTo(SHORTEST) < 0
                ? Diagnosis.wrong(what, told, "renew it before it ends during a run")
                : Diagnosis.ok(what, told);
    }

    private static Optional<String> misnamed(String host, X509Certificate own) {
        List<String> names = names(own);
        return names.stream().anyMatch(n -> isFor(n, host))
                ? Optional.empty()
                : Optional.of("is for " + (names.isEmpty() ? "no host at all" : String.join(", ", names)) + ", not for "
                        + host);
    }

    private static List<String> names(X509Certificate own) {
        try {
            Collection<List<?>> names = own.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(n -> n.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS))
                            .flatMap(n -> n.get(1) instanceof String name ? Stream.of(name) : Stream.empty())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // of names that nobody can read, none is ours
        }
    }

    /** RFC 9525 §6.3: a wildcard is a whole leftmost label, and stands for one. */
    static boolean isFor(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }
}
