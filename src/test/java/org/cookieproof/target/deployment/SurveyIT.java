package org.cookieproof.target.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.run.Catalog;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetFile;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./cookieproof init} makes of services that this project starts, as if they were somebody's. */
class SurveyIT {

    private static final Catalog CATALOG = Catalog.load();
    private static final TargetFile.Known KNOWN = new TargetFile.Known(
            CATALOG.targets().keySet(),
            CATALOG.checks().stream().map(c -> c.id()).collect(java.util.stream.Collectors.toSet()));

    @TempDir
    private Path folder;

    private static TargetDefinition definition(Path file) {
        Problems problems = new Problems();
        TargetDefinition read = TargetFile.read(file, KNOWN, problems).orElse(null);
        problems.throwIfAny();
        return read;
    }

    private Survey survey(String target, Path authority) throws IOException, CertificateEncodingException {
        TargetDefinition definition = definition(Path.of("ci/targets/" + target + ".yaml"));
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (RunningTarget running = CATALOG.targets()
                .get(definition.provider())
                .start(definition, definition.variants().get("default").settings(), Map.of(), scratch)) {
            Files.writeString(
                    authority,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(running.trust().get(0).getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return Surveyor.of(
                    Url.parse("https://en.wikipedia.test/wiki/Main_Page"), running.addresses(), List.of(authority));
        }
    }

    private TargetDefinition drafted(Survey survey, Path authority) throws IOException {
        Path out = folder.resolve("drafted.yaml");
        Map<Endpoint, InetSocketAddress> addresses =
                Map.of(new Endpoint(Scheme.HTTP, "en.wikipedia.test"), InetSocketAddress.createUnresolved("::1", 8080));
        Files.writeString(
                out, new TargetDraft(survey, addresses, List.of(authority), Path.of("ci/targets/flows")).text(out));
        return definition(out);
    }

    @Test
    void theFarmIsRecognisedWithItsCentralHostAndTheDraftIsValid() throws IOException, CertificateEncodingException {
        Path authority = folder.resolve("ca.pem");
        Survey survey = survey("farm", authority);
        assertThat(survey.service()).isEqualTo(Survey.Service.MEDIAWIKI);
        assertThat(survey.schemes()).containsExactlyInAnyOrder(Scheme.HTTP, Scheme.HTTPS);
        assertThat(survey.candidates())
                .extracting(c -> c.role() + " " + c.host())
                .contains("central login.wikimedia.test");
        assertThat(survey.asked()).hasSizeLessThan(8);
        TargetDefinition drafted = drafted(survey, authority);
        assertThat(drafted.sites().hosts().values()).containsExactly("en.wikipedia.test");
        assertThat(drafted.deployment().addresses()).hasSize(1);
    }

    @Test
    void debiansMediaWikiIsRecognisedByWhatItsApiTells() throws IOException, CertificateEncodingException {
        Path authority = folder.resolve("ca.pem");
        Survey survey = survey("mediawiki", authority);
        assertThat(survey.service()).isEqualTo(Survey.Service.MEDIAWIKI);
        assertThat(survey.detail()).startsWith("MediaWiki 1.39").endsWith("without CentralAuth");
        assertThat(drafted(survey, authority).schemes().everywhere()).isEqualTo(Set.of(Scheme.HTTP, Scheme.HTTPS));
    }
}
