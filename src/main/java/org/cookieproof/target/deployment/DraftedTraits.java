package org.cookieproof.target.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.http.Scheme;

/** What a survey says of the traits that scenarios ask for: what it shows, and guesses that say so. */
record DraftedTraits(Survey survey) {

    private static final String GUESS = "   # FILL IN, guessed: ";

    String text() {
        StringBuilder yaml = new StringBuilder(
                "\ntraits:   # what scenarios ask for in 'requires:'; one that is not here counts as not the case\n");
        lines().forEach((trait, value) ->
                yaml.append("  ").append(trait).append(": ").append(value).append('\n'));
        return yaml.toString();
    }

    private Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        boolean wiki = survey.service() == Survey.Service.MEDIAWIKI;
        lines.put("pages", wiki ? "wiki" : "own" + "   # no wiki's");
        if (wiki) {
            ofWiki(lines);
        } else if (survey.service().signsInElsewhere()) {
            lines.put("logout-ends", "this-session" + GUESS + "this-session | all-sessions-of-user");
            lines.put("logout-reaches", "every-site" + GUESS + "of those that sign in there; else this-site");
            lines.put("login-form", "of-central");
            lines.put("cross-site-cookies", "same-site-none" + GUESS + "same-site-none | none");
        } else {
            lines.put("logout-ends", "this-session" + GUESS + "this-session | all-sessions-of-user");
            lines.put("login-form", "of-each-site" + GUESS + "of-each-site | of-central");
            lines.put("cross-site-cookies", "none" + GUESS + "same-site-none | none");
        }
        lines.put(
                "login-over-http",
                survey.schemes().contains(Scheme.HTTP)
                        ? "stays-on-http" + GUESS + "stays-on-http | sent-to-https"
                        : "sent-to-https");
        lines.put("shared-cache", "none" + GUESS + "in-front where a cache may store what nobody's pages are");
        lines.put("sessions-last", "hours" + GUESS + "seconds where a test can wait for their end");
        return lines;
    }

    private void ofWiki(Map<String, String> lines) {
        boolean central = survey.detail().contains("with CentralAuth")
                || survey.candidates().stream().anyMatch(c -> c.role().equals("central"));
        lines.put(
                "logout-ends",
                (central ? "all-sessions-of-user" : "this-session") + GUESS + "this-session | all-sessions-of-user");
        lines.put("logout-reaches", (central ? "every-site" : "this-site") + GUESS + "every-site | this-site");
        lines.put("login-form", "of-each-site" + GUESS + "of-each-site | of-central");
        lines.put("cross-site-cookies", (central ? "same-site-none" : "none") + GUESS + "same-site-none | none");
        // What core does, measured on 1.39 (T277834); nothing that a page shows could tell.
        lines.put("session-data", "last-write-wins" + GUESS + "merged | last-write-wins");
        lines.put("sessions", "mediawiki" + "   # begun by the login form");
    }
}
