package org.cookieproof.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;

/** Whether each site can be reached over each scheme. */
final class EndpointLines {

    /** From here on a server says itself that it is not well (RFC 9110 §15.6). */
    private static final int SERVER_ERROR = 500;

    private EndpointLines() {}

    static List<Diagnosis> of(List<EndpointProbe> probes, Instant now) {
        List<Diagnosis> lines = new ArrayList<>();
        for (Scheme scheme : List.of(Scheme.HTTPS, Scheme.HTTP)) {
            List<EndpointProbe> of =
                    probes.stream().filter(d -> d.scheme() == scheme).toList();
            if (of.stream().noneMatch(EndpointProbe::served)) {
                lines.add(none(scheme));
            } else {
                of.forEach(probe -> lines.add(line(probe, now)));
            }
        }
        return lines;
    }

    /** A beta cluster without TLS must not look green (T50501); plain http is one thing that may be wanted so. */
    private static Diagnosis none(Scheme scheme) {
        return scheme == Scheme.HTTPS
                ? Diagnosis.wrong(
                        "https",
                        "the target serves no TLS: what only https shows, Secure cookies above all, is seen nowhere"
                                + " here (T50501)",
                        "serve it over https, and name https in 'schemes:' of the target file")
                : Diagnosis.cannot("http", "the target serves no plain http");
    }

    private static Diagnosis line(EndpointProbe probe, Instant now) {
        String what = probe.toString();
        if (!probe.served()) {
            return Diagnosis.cannot(what, "not served");
        }
        if (probe.tlsLack().isPresent()) {
            return Diagnosis.wrong(
                    what,
                    "TLS cannot be opened: " + probe.tlsLack().get(),
                    "is there a server at its address ('addresses:', --resolve), and does it speak TLS?");
        }
        Optional<Response> answer = probe.answer();
        if (answer.isPresent()) {
            int status = answer.get().status();
            String told = "answers " + status
                    + probe.tls().map(t -> " over " + t.protocol()).orElse("");
            return status >= SERVER_ERROR
                    ? Diagnosis.wrong(what, told, "the site itself is not well; look into its log")
                    : Diagnosis.ok(what, told);
        }
        if (CertificateLines.of(List.of(probe), now).stream().anyMatch(l -> l.level() == Diagnosis.Level.WRONG)) {
            return Diagnosis.wrong(
                    what, "was asked nothing, since its certificate is not in order", "see its line below");
        }
        return Diagnosis.wrong(
                what,
                "no answer: "
                        + probe.asked()
                                .map(Exchange::failure)
                                .map(String::valueOf)
                                .orElse("not asked"),
                "is there a server at its address ('addresses:', --resolve)?");
    }
}
