package org.cookieproof.step;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;
import org.cookieproof.tap.OwnAnswer;
import org.jsoup.nodes.Entities;

/** How a document of one site makes the user agent ask another: what such a document holds, and what is done with it. */
enum StartPage {
    LINK("forms") {
        @Override
        OwnAnswer leadingTo(Url url, Map<String, String> form) {
            return document("<a id=\"go\" href=\"" + escaped(url.toString()) + "\">go</a>");
        }

        @Override
        Page goOn(UserAgentSession session, Page here) {
            return session.follow(GO);
        }
    },
    POST("forms") {
        @Override
        OwnAnswer leadingTo(Url url, Map<String, String> form) {
            String inputs = form.entrySet().stream()
                    .map(e -> "<input type=\"hidden\" name=\"" + escaped(e.getKey()) + "\" value=\""
                            + escaped(e.getValue()) + "\">")
                    .collect(Collectors.joining());
            return document("<form id=\"go\" method=\"post\" action=\"" + escaped(url.toString()) + "\">" + inputs
                    + "<button>go</button></form>");
        }

        @Override
        Page goOn(UserAgentSession session, Page here) {
            return session.submit(new Form(GO, Map.of(), Optional.empty()));
        }
    },
    /** An image, whatever comes for it: a subresource of another site. */
    EMBED("images") {
        @Override
        OwnAnswer leadingTo(Url url, Map<String, String> form) {
            return document("<img alt=\"\" src=\"" + escaped(url.toString()) + "\">");
        }

        @Override
        boolean leadsAway() {
            return false;
        }
    },
    /** A document within a document of another site. */
    FRAME("scripts") {
        @Override
        OwnAnswer leadingTo(Url url, Map<String, String> form) {
            return document("<iframe src=\"" + escaped(url.toString()) + "\"></iframe>");
        }

        @Override
        boolean leadsAway() {
            return false;
        }
    },
    REDIRECT("redirects") {
        @Override
        OwnAnswer leadingTo(Url url, Map<String, String> form) {
            return new OwnAnswer(302, Headers.of("Location", url.toString()), Body.EMPTY);
        }
    };

    static final List<String> WORDS =
            Arrays.stream(values()).map(StartPage::word).toList();

    private static final String GO = "#go";

    private final String capability;

    StartPage(String capability) {
        this.capability = capability;
    }

    /** The answer of the start page's URL. */
    abstract OwnAnswer leadingTo(Url url, Map<String, String> form);

    /** What a person does once the start page is shown; where it leads on by itself, nothing. */
    Page goOn(UserAgentSession session, Page here) {
        return here;
    }

    /** Whether another page is shown in the end; where not, the start page is, with the other site's answer in it. */
    boolean leadsAway() {
        return true;
    }

    /** What the user agent must be able to do. */
    String capability() {
        return capability;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StartPage> named(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    private static OwnAnswer document(String body) {
        return new OwnAnswer(
                200,
                Headers.of("Content-Type", "text/html; charset=utf-8"),
                Body.of("<!DOCTYPE html><meta charset=\"utf-8\"><title>Start page of the harness</title>" + body));
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
