package org.cookieproof.farm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PercentTest {

    private static final String NAME = "Zoë O'Neil, jr. (é&=) ~+%\"";

    @Test
    void encodesAsPhpAndMediaWikiDo() {
        assertThat(Percent.encode("Zoë O'Neil, jr. (é&=)"))
                .isEqualTo("Zo%C3%AB%20O%27Neil%2C%20jr.%20%28%C3%A9%26%3D%29");
        assertThat(Percent.encodeQuery("Main Page&x=~")).isEqualTo("Main+Page%26x%3D%7E");
        assertThat(Percent.encodeTitle("Special:UserLogin/a b&c?")).isEqualTo("Special:UserLogin/a_b%26c%3F");
    }

    @Test
    void decodesWhatItHasEncoded() {
        assertThat(Percent.decode(Percent.encode(NAME))).isEqualTo(NAME);
        assertThat(Percent.decodeQuery(Percent.encodeQuery(NAME))).isEqualTo(NAME);
    }

    @Test
    void leavesAloneWhatIsNoEscape() {
        assertThat(Percent.decode("100% %zz %4 %")).isEqualTo("100% %zz %4 %");
        assertThat(Percent.decode("%41%")).isEqualTo("A%");
        assertThat(Percent.decode("%ff")).isEqualTo("\uFFFD");
    }
}
