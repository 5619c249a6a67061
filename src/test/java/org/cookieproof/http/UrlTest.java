package org.cookieproof.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {

    private static final Url BASE = Url.parse("http://a/b/c/d;p?q");

    /** The examples of RFC 3986 §5.4.1 and §5.4.2, without their fragments, which never go over the wire. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    g             | http://a/b/c/g
                    ./g           | http://a/b/c/g
                    g/            | http://a/b/c/g/
                    /g            | http://a/g
                    //g           | http://g/
                    ?y            | http://a/b/c/d;p?y
                    g?y           | http://a/b/c/g?y
                    '#s'          | http://a/b/c/d;p?q
                    g#s           | http://a/b/c/g
                    g?y#s         | http://a/b/c/g?y
                    ;x            | http://a/b/c/;x
                    g;x           | http://a/b/c/g;x
                    g;x?y#s       | http://a/b/c/g;x?y
                    ''            | http://a/b/c/d;p?q
                    .             | http://a/b/c/
                    ./            | http://a/b/c/
                    ..            | http://a/b/
                    ../           | http://a/b/
                    ../g          | http://a/b/g
                    ../..         | http://a/
                    ../../        | http://a/
                    ../../g       | http://a/g
                    ../../../g    | http://a/g
                    ../../../../g | http://a/g
                    /./g          | http://a/g
                    /../g         | http://a/g
                    g.            | http://a/b/c/g.
                    .g            | http://a/b/c/.g
                    g..           | http://a/b/c/g..
                    ..g           | http://a/b/c/..g
                    ./../g        | http://a/b/g
                    ./g/.         | http://a/b/c/g/
                    g/./h         | http://a/b/c/g/h
                    g/../h        | http://a/b/c/h
                    g;x=1/./y     | http://a/b/c/g;x=1/y
                    g;x=1/../y    | http://a/b/c/y
                    g?y/./x       | http://a/b/c/g?y/./x
                    g?y/../x      | http://a/b/c/g?y/../x
                    g#s/../x      | http://a/b/c/g
                    https://g/a/../b?c/../d | https://g/b?c/../d
                    """)
    void resolvesAsTheExamplesOfRfc3986(String reference, String expected) {
        assertThat(BASE.resolve(reference)).hasToString(expected);
    }

    @Test
    void aTitleWithAColonIsAReferenceOnlyBehindASlash() {
        assertThat(BASE.resolve("/wiki/Special:UserLogin?returnto=A B|C"))
                .hasToString("http://a/wiki/Special:UserLogin?returnto=A B|C");
        assertThatThrownBy(() -> BASE.resolve("Special:UserLogin")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BASE.resolve("g:h")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BASE.resolve("http:g")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsThePortAndWhatTheWireMayHoldButRfc3986ForbidsAsItIs() {
        assertThat(Url.parse("https://a.test:8443/x?y").resolve("z|\"1\"")).hasToString("https://a.test:8443/z|\"1\"");
    }
}
