package org.cookieproof.report.html;

import java.util.Locale;
import org.cookieproof.result.Verdict;

/** How a verdict looks: never by its colour alone. */
final class Look {

    private Look() {}

    static String symbol(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "\u2713";
            case FAILED -> "\u2715";
            case KNOWN -> "\u25c6";
            case FLAKY -> "\u2248";
            case NOT_APPLICABLE -> "\u2013";
            case NOT_RUN -> "\u25cb";
            case BROKEN -> "!";
        };
    }

    /** As a word in a sentence. */
    static String word(Verdict verdict) {
        return verdict.wireName().replace('-', ' ');
    }

    /** What the verdict means, for who meets it for the first time. */
    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "everything was as it should be";
            case FAILED -> "something was not as it should be";
            case KNOWN -> "an expected failure, with an owner and an end date";
            case FLAKY -> "failed, then passed when it was tried again";
            case NOT_APPLICABLE -> "the profile cannot do what the scenario needs";
            case NOT_RUN -> "the target is not like that, or the run ended first";
            case BROKEN -> "the harness or the environment failed, so nothing was observed";
        };
    }

    static String sentence(Verdict verdict) {
        String meaning = meaning(verdict);
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".";
    }

    static String cssClass(Verdict verdict) {
        return "v-" + verdict.wireName();
    }

    static void chip(Markup html, Verdict verdict) {
        html.open("span", "class", "chip " + cssClass(verdict), "title", meaning(verdict))
                .element("span", symbol(verdict), "aria-hidden", "true")
                .text(" " + word(verdict))
                .close();
    }

    /** {@code 850 ms}, {@code 12.3 s}, {@code 4 min 05 s}. */
    static String duration(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
