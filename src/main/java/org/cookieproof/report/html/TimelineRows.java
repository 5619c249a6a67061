package org.cookieproof.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;

/**
 * What a picture of cookie lives has room for: the cookies that a finding is about before the others, and the exchanges
 * around the one that shows it.
 *
 * @param rows    in the order of the picture
 * @param subject how many of them, from the top, the finding is about
 * @param hidden  how many lives there was no room for
 */
record TimelineRows(List<CookieLife> rows, int subject, int hidden, List<Exchange> exchanges, int cited) {

    private static final int MOST_ROWS = 14;
    private static final int BEFORE = 40;
    private static final int AFTER = 15;

    static TimelineRows of(List<CookieLife> lives, List<Exchange> all, Finding finding) {
        int cited = finding.exchange().orElse(0);
        List<Exchange> exchanges = window(all, cited);
        List<CookieLife> seen =
                lives.stream().filter(l -> touches(l, exchanges)).toList();
        List<CookieLife> rows = seen.stream()
                .sorted(Comparator.comparing(l -> rank(l, finding, cited)))
                .limit(MOST_ROWS)
                .toList();
        int subject =
                (int) rows.stream().filter(l -> rank(l, finding, cited) == 0).count();
        return new TimelineRows(rows, subject, lives.size() - rows.size(), exchanges, cited);
    }

    private static List<Exchange> window(List<Exchange> all, int cited) {
        if (all.size() <= BEFORE + AFTER) {
            return all;
        }
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i).number() == cited ? i : at;
        }
        int from = Math.max(0, Math.min(at - BEFORE, all.size() - BEFORE - AFTER));
        return all.subList(from, Math.min(all.size(), from + BEFORE + AFTER));
    }

    private static boolean touches(CookieLife life, List<Exchange> exchanges) {
        return life.events().stream()
                .anyMatch(event -> exchanges.stream().anyMatch(x -> x.number() == event.exchange()));
    }

    /** 0 named by the finding, 1 something befell it in the exchange that shows the finding, 2 the others. */
    private static int rank(CookieLife life, Finding finding, int cited) {
        if (names(finding.subject(), life)
                || finding.header().filter(h -> names(h, life)).isPresent()) {
            return 0;
        }
        return life.events().stream().anyMatch(e -> e.exchange() == cited) ? 1 : 2;
    }

    private static boolean names(String text, CookieLife life) {
        return !life.name().isEmpty()
                && Pattern.compile("(?<![\\w-])" + Pattern.quote(life.name()) + "(?![\\w-])")
                        .matcher(text)
                        .find();
    }
}
