package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinksTest {

    @ParameterizedTest
    @CsvSource({
        "T124409,https://phabricator.wikimedia.org/T124409",
        "RFC6265bis-5.8.3,https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.8.3",
        "RFC 6265bis §5.7,https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7",
        "RFC9111-4.1,https://www.rfc-editor.org/rfc/rfc9111#section-4.1",
        "RFC9110,https://www.rfc-editor.org/rfc/rfc9110",
    })
    void rulesAndTasksAreLinked(String source, String address) {
        assertThat(shown(source)).isEqualTo("<a href=\"" + address + "\" rel=\"noreferrer\">" + source + "</a>");
        assertThat(SourceLinks.isOurs(address)).isTrue();
    }

    @Test
    void severalAreLinkedEach() {
        assertThat(shown("T124409, T345249"))
                .isEqualTo("<a href=\"https://phabricator.wikimedia.org/T124409\" rel=\"noreferrer\">T124409</a>, "
                        + "<a href=\"https://phabricator.wikimedia.org/T345249\" rel=\"noreferrer\">T345249</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "xT124409", "T124409x", "https://evil.test/T124409x", "RFC", "T12345678"})
    void allElseIsText(String source) {
        assertThat(shown(source)).doesNotContain("<a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/",
                "https://phabricator.wikimedia.org/T1/../x",
                "https://www.rfc-editor.org/rfc/rfc9111?x",
                "https://www.rfc-editor.org.evil.test/rfc/rfc9111",
            })
    void noOtherAddressIsOurs(String address) {
        assertThat(SourceLinks.isOurs(address)).isFalse();
    }

    private static String shown(String source) {
        Markup html = new Markup();
        SourceLinks.show(html, source);
        return html.toString();
    }
}
