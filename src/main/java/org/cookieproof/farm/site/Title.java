package org.cookieproof.farm.site;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.farm.wire.Percent;

/**
 * The title of a page in its normal form: words apart by single spaces, the first letter upper case.
 *
 * @param text as people read it
 */
public record Title(String text) {

    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cntrl}#<>\\[\\]|{}\uFFFD]");
    private static final int MAX_BYTES = 255;
    private static final String SPECIAL = "Special:";

    public static final Title MAIN_PAGE = new Title("Main Page");

    /** The title that somebody has typed; empty when MediaWiki would call it bad. */
    public static Optional<Title> parse(String typed) {
        String text = typed.replace('_', ' ').strip().replaceAll(" {2,}", " ");
        if (text.isEmpty()
                || ILLEGAL.matcher(text).find()
                || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.empty();
        }
        int first = text.offsetByCodePoints(0, 1);
        return Optional.of(new Title(text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first)));
    }

    public boolean isSpecial() {
        return text.regionMatches(true, 0, SPECIAL, 0, SPECIAL.length());
    }

    /** What stands after {@code Special:}, in lower case up to a slash; empty for other pages. */
    public String specialName() {
        if (!isSpecial()) {
            return "";
        }
        int slash = text.indexOf('/');
        return text.substring(SPECIAL.length(), slash < 0 ? text.length() : slash)
                .toLowerCase(Locale.ROOT);
    }

    /** What stands after the slash of a special page. */
    public String subpage() {
        int slash = text.indexOf('/');
        return slash < 0 ? "" : text.substring(slash + 1);
    }

    /** As in URLs' paths, scripts' {@code wgPageName} and MediaWiki's data base, percent-encoded. */
    public String encoded() {
        return Percent.encodeTitle(text);
    }

    /** With underscores, not encoded. */
    public String key() {
        return text.replace(' ', '_');
    }

    /** {@code /wiki/…}. */
    public String path() {
        return "/wiki/" + encoded();
    }

    /** {@code /w/index.php?title=…&action=…}. */
    public String actionPath(String action) {
        return "/w/index.php?title=" + encoded() + "&action=" + action;
    }
}
