package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @Test
    void textAndAttributesAreEscaped() {
        assertThat(new Markup().element("p", "<b>&\"'", "title", "\"><script>").toString())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void controlsAreShownAndDirectionIsNotTurned() {
        assertThat(new Markup().text("a\u0000b\u001bc\u202ed\u2066e\ud800f").toString())
                .isEqualTo("a\u2400b\u241bc\ufffdd\ufffde\ufffdf");
    }

    @ParameterizedTest
    @CsvSource({
        "a,href,javascript:alert(1)",
        "a,href,//evil.test/",
        "a,href,https://evil.test/",
        "a,href,recordings/../../x",
        "img,src,https://evil.test/x.png",
        "img,src,data:image/svg+xml;base64,xx",
        "p,onclick,alert(1)",
        "p,style,color:red",
    })
    void whatLeadsOutOrActsIsRefused(String tag, String attribute, String value) {
        assertThatThrownBy(() -> new Markup().open(tag, attribute, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anElementLeftOpenIsAMistake() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ourOwnSourceMustNotEndItsElement() {
        assertThatThrownBy(() -> new Markup().ours("script", "x = '</script>'"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
