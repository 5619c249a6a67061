package org.cookieproof.report.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieAccount.Fate;
import org.cookieproof.evidence.CookieAccount.Line;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.evidence.CookieAccount.Witness;
import org.cookieproof.evidence.Jar.Held;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.http.cookie.SameSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CookieAccountFileTest {

    private static final Held TOLD = new Held(
            "a",
            "secret-value",
            "x.test",
            true,
            "/w",
            Instant.parse("2027-01-01T00:00:00Z"),
            true,
            false,
            SameSite.LAX);
    private static final Held UNTOLD = new Held("b", "", "x.test", null, "/", null, null, null, null);
    private static final CookieAccount ACCOUNT = new CookieAccount(
            List.of(new Line(3, 0, Fate.NOTHING_TO_DELETE, "found none"), new Line(3, 1, Fate.REFUSED, "no \ud800")),
            List.of(
                    new StepJar(1, Witness.CURRENT_PAGE, "", List.of(TOLD, UNTOLD)),
                    new StepJar(2, Witness.MODEL, "opaque", List.of()),
                    new StepJar(1, Witness.USER_AGENT, "", List.of(TOLD), "phone")));

    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWrote() {
        Path file = folder.resolve("recordings/x.jars.json");
        CookieAccountFile.write(file, ACCOUNT);
        CookieAccount read = CookieAccountFile.read(file);
        assertThat(read.jars()).isEqualTo(ACCOUNT.jars());
        assertThat(read.lines().get(0)).isEqualTo(ACCOUNT.lines().get(0));
        assertThat(read.lines().get(1).fate()).isEqualTo(Fate.REFUSED);
    }

    @Test
    void valuesAreHashedBeforeTheyAreStored() {
        var redactor = new Redaction(new byte[32]).harvest(Recording.NONE, List.of());
        CookieAccount redacted = redactor.account(ACCOUNT);
        assertThat(redacted.toString()).doesNotContain("secret-value");
        assertThat(redacted.jars().get(2).userAgent()).isEqualTo("phone");
        assertThat(redacted.jars().get(0).cookies().get(0).value()).matches("‹[0-9a-f]{8}›");
    }

    @Test
    void aTornFileIsSaidToBeDamaged() throws Exception {
        Path file = folder.resolve("x.jars.json");
        Files.writeString(file, "{\"lines\":[");
        assertThatThrownBy(() -> CookieAccountFile.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
