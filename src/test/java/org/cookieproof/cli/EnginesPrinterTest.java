package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.profile.CookieParser;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Engine;
import org.cookieproof.provision.Engines;
import org.junit.jupiter.api.Test;

class EnginesPrinterTest {

    private static Profile profile(String id) {
        return new Profile(
                new ProfileId(id),
                id,
                Profile.Kind.HTTP_CLIENT,
                "some",
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Path.of("browsers", id + ".yaml"));
    }

    @Test
    void tellsVersionOriginSizeAndHowToGetItOfEachAndCountsThoseOfTheField() {
        Engine libcurl = new Engine(
                new CookieParser("libcurl", CookieParser.Origin.DEBIAN, "libcurl4"),
                Optional.of("7.88.1-10"),
                Optional.of(0.82),
                true,
                "sudo apt-get install libcurl4",
                List.of(profile("curl"), profile("php-curl")));
        Engine chromium = new Engine(
                new CookieParser("pack@2.1.1", CookieParser.Origin.NPM, "pack@2.1.1"),
                Optional.of("2.1.1"),
                Optional.of(43.0),
                false,
                "fetched at first use",
                List.of(profile("chromium-80")));
        Engine ours = new Engine(
                CookieParser.OURS,
                Optional.empty(),
                Optional.empty(),
                true,
                "comes with this program",
                List.of(profile("jar-of-50")));
        StringWriter out = new StringWriter();
        EnginesPrinter.print(
                new PrintWriter(out, true),
                new Engines(List.of(libcurl, chromium, ours), List.of(profile("mystery"))),
                5);
        assertThat(out.toString().lines().map(l -> l.strip().replaceAll(" {2,}", "  ")))
                .containsExactly(
                        "Cookie engines (what parses Set-Cookie; settings make no other engine)",
                        "libcurl 7.88.1-10  Debian libcurl4, 0.8 MB, here",
                        "sudo apt-get install libcurl4",
                        "for curl, php-curl",
                        "pack@2.1.1  npm pack@2.1.1, 43.0 MB, not here",
                        "fetched at first use",
                        "for chromium-80",
                        "RFC 6265bis jar  this repository (a model), here",
                        "comes with this program",
                        "for jar-of-50",
                        "mystery  not told; say 'parses-cookies:' in browsers/mystery.yaml",
                        "5 profiles, 2 distinct engines, 1 of them here; the jar that models play is ours and not counted");
    }
}
