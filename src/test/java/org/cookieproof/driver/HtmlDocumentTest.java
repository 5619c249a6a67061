package org.cookieproof.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;

class HtmlDocumentTest {

    private static final Url HERE = Url.parse("https://www.first.test/dir/page?x=1");

    private static HtmlDocument html(String source) {
        return HtmlDocument.read(HERE, "text/html; charset=utf-8", Body.of(source));
    }

    private static Call submit(String source, Map<String, String> values, String button) {
        return html(source)
                .submission(new Form("form", values, Optional.of(button).filter(b -> !b.isEmpty())))
                .orElseThrow();
    }

    private static String query(String controls) {
        return submit("<form>" + controls + "</form>", Map.of(), "")
                .url()
                .query()
                .orElseThrow();
    }

    @Test
    void leavesOutWhatIsDisabledUnnamedOrUnticked() {
        assertThat(query("<input name=a value=1 disabled><input value=2><input type=checkbox name=c>"
                        + "<fieldset disabled><legend><input name=d value=4></legend><input name=e></fieldset>"
                        + "<datalist><input name=f></datalist><input type=reset name=g><input name=h value=8>"))
                .isEqualTo("d=4&h=8");
    }

    @Test
    void takesOptionsAsADropDownShowsThem() {
        assertThat(query("<select name=a><option disabled>0<option> one  two </select>"
                        + "<select name=b><option selected>1<option selected>2</select>"
                        + "<select name=c multiple><option selected value=x>1<option>2<option selected>3</select>"
                        + "<select name=d multiple><option>1</select>"))
                .isEqualTo("a=one+two&b=2&c=x&c=3");
    }

    @Test
    void ticksTheRadioButtonOfTheValueAndPicksTheOption() {
        String source = "<form><input type=radio name=r value=1 checked><input type=radio name=r value=2>"
                + "<select name=s><option>x<option>y</select></form>";
        assertThat(submit(source, Map.of("r", "2", "s", "y"), "").url().query()).contains("r=2&s=y");
        assertThatThrownBy(() -> submit(source, Map.of("r", "3"), "")).hasMessageContaining("'3'");
        assertThatThrownBy(() -> submit(source, Map.of("s", "z"), "")).hasMessageContaining("'z'");
    }

    @Test
    void takesControlsThatAMisnestedTableTearsOutOfTheirForm() {
        assertThat(submit(
                                "<table><form action=/to><tr><td><input name=a value=1></td></tr></form></table>"
                                        + "<input name=b value=2>",
                                Map.of(),
                                "")
                        .url())
                .isEqualTo(Url.parse("https://www.first.test/to?a=1"));
    }

    @Test
    void letsTheButtonSayWhereAndHow() {
        Call call = submit(
                "<form action=/a><input name=x value='1 2'><button name=go formaction='b?y' formmethod=post"
                        + " formenctype=text/plain>Go</button></form>",
                Map.of(),
                "go");
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.url()).isEqualTo(Url.parse("https://www.first.test/dir/b?y"));
        assertThat(call.content()).isEqualTo(new Call.Content("text/plain", Body.of("x=1 2\r\ngo=\r\n")));
    }

    @Test
    void submitsToItselfWithoutAnAction() {
        assertThat(submit("<form method=post></form>", Map.of(), "").url()).isEqualTo(HERE);
        assertThat(submit("<form><input name=q></form>", Map.of(), "").url())
                .isEqualTo(Url.parse("https://www.first.test/dir/page?q="));
    }

    @Test
    void resolvesAsABrowserDoes() {
        assertThat(html("").resolve("?y=ä b")).contains(Url.parse("https://www.first.test/dir/page?y=%C3%A4%20b"));
        assertThat(html("").resolve("../up|")).contains(Url.parse("https://www.first.test/up%7C"));
        assertThat(html("").resolve("//www.other.test")).contains(Url.parse("https://www.other.test/"));
        assertThat(html("<base href='/base/'>").resolve("x")).contains(Url.parse("https://www.first.test/base/x"));
        assertThat(html("<base href='data:x'>").resolve("x")).contains(Url.parse("https://www.first.test/dir/x"));
        assertThat(html("").resolve("http://[::bad")).isEmpty();
        assertThatThrownBy(() -> html("").resolve("javascript:void 0")).isInstanceOf(NotPossibleException.class);
    }

    @Test
    void tellsOtherSitesOnlyItsOrigin() {
        assertThat(html("").refererFor(HERE)).isEqualTo(HERE.toString());
        assertThat(html("").refererFor(Url.parse("https://www.other.test/"))).isEqualTo("https://www.first.test/");
        assertThat(html("").refererFor(Url.parse("http://www.first.test/"))).isNull();
    }

    @Test
    void decodesByTheHeaderThenByTheDocumentThenAsUtf8() {
        Body latin1 = Body.of("<meta charset=iso-8859-1><p>ä".getBytes(ISO_8859_1));
        assertThat(HtmlDocument.read(HERE, "text/html", latin1).page().html()).endsWith("ä");
        assertThat(HtmlDocument.read(HERE, "text/html; charset=nonsense", Body.of("<p>ä"))
                        .page()
                        .html())
                .endsWith("ä");
        assertThat(HtmlDocument.read(HERE, "application/json", Body.of("{\"a\":\"<form>ä\"}"))
                        .page()
                        .html())
                .isEqualTo("{\"a\":\"<form>ä\"}");
    }

    @Test
    void findsEachImageOnce() {
        assertThat(html("<img src=a.png><img src='a.png'><img><img src='data:image/png,x'><img src=''>")
                        .images())
                .containsExactly(Url.parse("https://www.first.test/dir/a.png"));
    }

    @Test
    void keepsTheLineEndsOfATextarea() {
        HtmlDocument document = html("<form method=post><textarea name=t>\none\n two</textarea></form>");
        assertThat(document.valueOf("textarea")).contains("one\n two");
        assertThat(submit("<form method=post><textarea name=t>\none\n two</textarea></form>", Map.of(), "")
                        .content())
                .isEqualTo(new Call.Content("application/x-www-form-urlencoded", Body.of("t=one%0D%0A+two")));
    }
}
