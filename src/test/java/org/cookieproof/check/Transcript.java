package org.cookieproof.check;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.evidence.Sites;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * Evidence written down as in {@code facts/mediawiki-centralauth-1.39-on-the-wire.md}: a line {@code METHOD URL} begins
 * an exchange, {@code >} is a request field ({@code >>} its body), {@code <} the status or a response field
 * ({@code <<} the body); {@code # step 2} begins a step, {@code # +10s} lets time pass, {@code # probe} and
 * {@code # harness} say who sends the next one, {@code # late} that it is late, {@code # together} that it starts
 * before the one above has ended. Every response gets a Date.
 */
final class Transcript {

    private static final Sites SITES = new Sites(Map.of(
            Role.FIRST, "en.wikipedia.test",
            Role.SIBLING, "de.wikipedia.test",
            Role.OTHER, "www.wikisource.test",
            Role.CENTRAL, "login.wikimedia.test",
            Role.FOREIGN, "evilwikipedia.test"));

    private static final CookieDictionary DICTIONARY = new CookieDictionary(
            List.of(
                    entry("(ss0-)?[a-z]+wikiSession", CookieCategory.SESSION_BEARING),
                    entry("(ss0-)?centralauth_Session", CookieCategory.SESSION_BEARING, CookieCategory.CENTRAL),
                    entry("centralauth_(ss0-)?Token", CookieCategory.SESSION_BEARING, CookieCategory.REMEMBER),
                    entry("centralauth_(ss0-)?User", CookieCategory.IDENTITY, CookieCategory.CENTRAL),
                    entry("[a-z]+wikiUserID", CookieCategory.IDENTITY),
                    entry("[a-z]+wikiUserName", CookieCategory.HINT),
                    entry("forceHTTPS|UseDC|UseCDNCache|cpPosIndex", CookieCategory.PREFERENCE)),
            Set.of("token"));

    private final String text;
    private Set<CookieDeviation> deviations = Set.of();
    private Set<String> capabilities = Set.of();
    private final List<ServerException> exceptions = new ArrayList<>();
    private final List<IdentityReading> identities = new ArrayList<>();
    private final List<StepRecord> steps = new ArrayList<>();
    private Set<Integer> restarts = Set.of();
    private Set<Integer> faultySteps = Set.of();
    private List<String> log = List.of();
    private Instant now = Instant.parse("2026-11-21T21:16:34Z");

    private Transcript(String text) {
        this.text = text;
    }

    static Transcript of(String text) {
        return new Transcript(text);
    }

    /** The same requests as a browser would send them over https, each typed into the address bar. */
    static String navigating(String text) {
        return text.replaceAll("(?m)^(GET|POST) https.*$", "$0\n> Sec-Fetch-Site: none\n> Sec-Fetch-Dest: document");
    }

    Transcript deviating(CookieDeviation... declared) {
        deviations = Set.of(declared);
        return this;
    }

    Transcript restartedIn(Integer... steps) {
        restarts = Set.of(steps);
        return this;
    }

    Transcript brokenIn(Integer... steps) {
        faultySteps = Set.of(steps);
        return this;
    }

    Transcript logging(String... lines) {
        log = List.of(lines);
        return this;
    }

    Transcript can(String... what) {
        capabilities = Set.of(what);
        return this;
    }

    Transcript excepting(String check, Role role, String path, String cookie) {
        exceptions.add(new ServerException(
                check,
                role == null ? Set.of() : EnumSet.of(role),
                Pattern.compile(path),
                Pattern.compile(cookie),
                "it has always been so",
                "T1"));
        return this;
    }

    Transcript reading(int step, Role role, Identity page, Identity api, Identity cookies) {
        identities.add(new IdentityReading(step, role, Scheme.HTTPS, page, api, cookies, OptionalInt.empty()));
        return this;
    }

    Transcript reading(int step, Role role, Identity all) {
        return reading(step, role, all, all, all);
    }

    Transcript jarAfter(int step, Jar.Held... held) {
        steps.add(new StepRecord(step, "a step", "x.yaml:1", new Jar.Known(List.of(held), true)));
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                new CellId(new ScenarioId("s"), new ProfileId("p"), Scheme.HTTPS),
                SITES,
                DICTIONARY,
                deviations,
                capabilities,
                exceptions,
                PublicSuffixes.SINGLE_LABELS,
                recording(),
                steps,
                identities,
                restarts,
                new Circumstances(faultySteps, log));
    }

    /** What one check finds. */
    List<Finding> judgedBy(Check check) {
        return check.examine(evidence());
    }

    Recording recording() {
        List<Exchange> exchanges = new ArrayList<>();
        Draft draft = new Draft();
        int step = 1;
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (line.startsWith("# step ")) {
                draft.finish(exchanges);
                step = Integer.parseInt(line.substring(7).split(" ")[0]);
            } else if (line.startsWith("# +")) {
                draft.finish(exchanges);
                now = now.plus(Duration.parse("PT" + line.substring(3).toUpperCase(Locale.ROOT)));
            } else if (line.startsWith("#")) {
                draft.finish(exchanges);
                draft.mark(line.substring(1).strip());
            } else if (line.matches("(GET|POST|HEAD|OPTIONS) http.*")) {
                draft.finish(exchanges);
                draft.begin(line, step);
            } else {
                draft.take(line);
            }
        }
        draft.finish(exchanges);
        return new Recording(exchanges);
    }

    /** The exchange that is being read. */
    private final class Draft {
        private String method = "";
        private Url url;
        private int step;
        private Exchange.Sender sender = Exchange.Sender.USER_AGENT;
        private boolean late;
        private boolean together;
        private final List<HeaderField> request = new ArrayList<>();
        private final List<HeaderField> response = new ArrayList<>();
        private StringBuilder requestBody = new StringBuilder();
        private StringBuilder responseBody = new StringBuilder();
        private int status = 200;

        void mark(String word) {
            switch (word) {
                case "probe" -> sender = Exchange.Sender.PROBE;
                case "harness" -> sender = Exchange.Sender.HARNESS;
                case "late" -> late = true;
                case "together" -> together = true;
                default -> {
                    // a comment
                }
            }
        }

        void begin(String line, int inStep) {
            method = line.split(" ")[0];
            url = Url.parse(line.split(" ")[1]);
            step = inStep;
        }

        void take(String line) {
            if (line.startsWith(">>")) {
                requestBody.append(line.substring(2).strip());
            } else if (line.startsWith("<<")) {
                responseBody.append(line.substring(2).strip());
            } else if (line.matches("< \\d{3}.*")) {
                status = Integer.parseInt(line.substring(2, 5));
            } else {
                (line.startsWith(">") ? request : response)
                        .add(field(line.substring(1).strip()));
            }
        }

        void finish(List<Exchange> exchanges) {
            if (url == null) {
                return;
            }
            Duration took = Duration.ofMillis(40);
            now = together ? now.minusMillis(90) : now;
            if (response.stream().noneMatch(f -> f.named("Date"))) {
                response.add(0, new HeaderField("Date", date(now)));
            }
            exchanges.add(new Exchange(
                    exchanges.size() + 1,
                    now,
                    took,
                    sender,
                    step,
                    late,
                    new Request(method, url, new Headers(request), Body.of(requestBody.toString())),
                    new Response(status, "", new Headers(response), Body.of(responseBody.toString())),
                    null));
            now = now.plusMillis(100);
            url = null;
            sender = Exchange.Sender.USER_AGENT;
            late = false;
            together = false;
            request.clear();
            response.clear();
            requestBody = new StringBuilder();
            responseBody = new StringBuilder();
            status = 200;
        }
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static HeaderField field(String line) {
        int colon = line.indexOf(':');
        return new HeaderField(
                line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private static CookieDictionary.Entry entry(String name, CookieCategory... categories) {
        return new CookieDictionary.Entry(
                Pattern.compile(name), Arrays.stream(categories).collect(Collectors.toSet()));
    }
}
