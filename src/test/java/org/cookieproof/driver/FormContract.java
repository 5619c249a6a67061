package org.cookieproof.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** Forms, as HTML says that they are submitted. */
interface FormContract {

    /** One control of each kind that matters, a form before it, and a control outside it. */
    String LOGIN_PAGE = """
            <form id=decoy action=/decoy><input name=unwanted value=x></form>
            <form id=login action="/login?step=2" method=post>
              <input type=hidden name=token value="a+b&amp;c">
              <input name=user value=nobody>
              <input type=password name=password>
              <input type=checkbox name=remember value=yes>
              <input type=checkbox name=news checked>
              <input type=radio name=colour value=red><input type=radio name=colour value=blue checked>
              <select name=language><option value=en>English<option value=de selected>Deutsch</select>
              <textarea name=note>
            one
            two</textarea>
              <input name=off value=x disabled>
              <input value=nameless>
              <button name=preview value=1>Preview</button>
              <button name=save value=2>Save</button>
              <button type=button name=dead value=3>Dead</button>
            </form>
            <input form=login name=outside value=o>
            """;

    ContractBench bench();

    @Test
    default void submitsAFormWithItsHiddenFieldsAsHtmlSays() {
        bench().on("GET", first("/login"), html(LOGIN_PAGE));
        bench().on("POST", first("/login?step=2"), html("<p>Welcome"));
        Form form = new Form(
                "#login",
                Map.of("user", "alice", "password", "pä ß+%", "remember", "1", "news", ""),
                Optional.of("save"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/login"));
            if (!bench().can(Capability.FORMS)) {
                assertThatThrownBy(() -> session.submit(form)).isInstanceOf(NotPossibleException.class);
                return;
            }
            Page page = session.submit(form);
            assertThat(page.url()).isEqualTo(first("/login?step=2"));
            assertThat(page.html()).contains("Welcome");
        }
        Request posted = posted();
        assertThat(posted.getUrl()).isEqualTo("/login?step=2");
        assertThat(posted.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(pairs(posted.getBodyAsString()))
                .containsExactly(
                        "token=a+b&c",
                        "user=alice",
                        "password=pä ß+%",
                        "remember=yes",
                        "colour=blue",
                        "language=de",
                        "note=one\r\ntwo",
                        "save=2",
                        "outside=o");
    }

    @Test
    default void pressesTheFirstButtonWhenNoneIsNamedAndKeepsWhatWasTyped() {
        if (!bench().can(Capability.FORMS)) {
            saysThatItReadsNoPages();
            return;
        }
        bench().on("GET", first("/login"), html(LOGIN_PAGE));
        bench().on("POST", first("/login?step=2"), html("<p>Preview"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/login"));
            assertThat(session.valueOf("#login [name=user]")).contains("nobody");
            assertThat(session.valueOf("#login [name=absent]")).isEmpty();
            session.fill("#login [name=user]", "bob");
            session.fill("#login textarea", "typed");
            assertThat(session.valueOf("#login [name=user]")).contains("bob");
            assertThat(session.valueOf("#login textarea")).contains("typed");
            session.submit(new Form("#login", Map.of(), Optional.empty()));
        }
        assertThat(pairs(posted().getBodyAsString()))
                .contains("user=bob", "note=typed", "news=on", "preview=1")
                .doesNotContain("save=2");
    }

    @Test
    default void putsAGetFormIntoTheQuery() {
        if (!bench().can(Capability.FORMS)) {
            saysThatItReadsNoPages();
            return;
        }
        bench().on(first("/"), html("<form id=s action='/search?old=1'><input name=q><input type=submit></form>"));
        bench().on(first("/search?q=x+%26+y"), html("<p>Found"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/"));
            Page page = session.submit(new Form("#s", Map.of("q", "x & y"), Optional.empty()));
            assertThat(page.html()).contains("Found");
        }
        assertThat(bench().onlyRequestFor(first("/search")).getUrl()).isEqualTo("/search?q=x+%26+y");
    }

    /** MediaWiki's edit form is one of these. */
    @Test
    default void sendsAMultipartFormInParts() {
        if (!bench().can(Capability.FORMS)) {
            saysThatItReadsNoPages();
            return;
        }
        bench().on(
                        first("/edit"),
                        html("<form id=e action='/save' method=post enctype='multipart/form-data'>"
                                + "<input type=hidden name=token value='t+\\'><textarea name=text></textarea>"
                                + "<input type=submit name=save value=Save></form>"));
        bench().on(first("/save"), html("<p>Saved"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/edit"));
            session.submit(new Form("#e", Map.of("text", "käse"), Optional.of("save")));
        }
        Request posted = bench().onlyRequestFor(first("/save"));
        assertThat(posted.getParts().stream()
                        .collect(Collectors.toMap(
                                Request.Part::getName,
                                p -> new String(p.getBody().asBytes(), UTF_8))))
                .isEqualTo(Map.of("token", "t+\\", "text", "käse", "save", "Save"));
    }

    @Test
    default void saysWhichFormOrFieldOrLinkIsMissing() {
        if (!bench().can(Capability.FORMS)) {
            saysThatItReadsNoPages();
            return;
        }
        bench().on(first("/login"), html(LOGIN_PAGE));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/login"));
            assertThatThrownBy(() -> session.submit(new Form("#absent", Map.of(), Optional.empty())))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("#absent");
            assertThatThrownBy(() -> session.submit(new Form("#login", Map.of("absent", "x"), Optional.empty())))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("absent");
            assertThatThrownBy(() -> session.submit(new Form("#login", Map.of(), Optional.of("absent"))))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("absent");
            assertThatThrownBy(() -> session.fill("#absent", "x")).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> session.follow("#absent")).isInstanceOf(NoSuchElementException.class);
        }
    }

    private void saysThatItReadsNoPages() {
        bench().on(first("/login"), html(LOGIN_PAGE));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/login"));
            assertThatThrownBy(() -> session.fill("[name=user]", "x")).isInstanceOf(NotPossibleException.class);
            assertThatThrownBy(() -> session.valueOf("[name=user]")).isInstanceOf(NotPossibleException.class);
            assertThatThrownBy(() -> session.submit(new Form("#login", Map.of(), Optional.empty())))
                    .isInstanceOf(NotPossibleException.class);
        }
    }

    private Request posted() {
        return bench().requestsFor(first("/login")).stream()
                .filter(r -> r.getMethod().getName().equals("POST"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no POST in " + bench().requests()));
    }

    private static List<String> pairs(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> URLDecoder.decode(pair, UTF_8))
                .toList();
    }
}
