package org.cookieproof.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.tap.TapLease;
import org.cookieproof.target.Account;
import org.cookieproof.target.Control;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;

/**
 * What the steps of one user agent, or of one of its tabs, play on: its session, its recorder, the target, and what
 * earlier steps have left. It belongs to the thread that its session belongs to.
 */
public final class Stage {

    /** How long nothing may be in flight before a page with scripts counts as settled, whoever knows better or not. */
    private static final Duration SETTLED = Duration.ofMillis(80);

    /** The same where the user agent tells that its page has come to rest, but for its timers. */
    private static final Duration SETTLED_AND_IDLE = Duration.ofMillis(20);

    /** How often it is asked before the longer time is waited for. */
    private static final int LOOKS = 10;

    private final Cast cast;
    private final String name;
    private final Setting setting;
    private final Supplier<UserAgentSession> session;
    private final TapLease tap;
    private final Exchange.Sender sender;
    private final List<IdentityReading> identities;
    private final Set<Integer> restarts;
    private Optional<Page> page = Optional.empty();
    private boolean pageIsCurrent;
    private OptionalInt lastAnswered = OptionalInt.empty();
    private boolean asking;
    private long settledAfter = -1;

    /**
     * What does not change while a cell is played.
     *
     * @param accounts     by persona
     * @param capabilities of the profile, by wire name
     * @param source       of the scenario; stands in the findings of its expectations
     * @param patience     how long a condition is waited for
     * @param control      of the target, where it has any
     * @param controls     what the scenario uses of it
     */
    public record Setting(
            Scheme scheme,
            TargetDefinition target,
            Map<String, Account> accounts,
            Set<String> capabilities,
            Set<CookieDeviation> deviations,
            PublicSuffixes publicSuffixes,
            String source,
            Duration patience,
            Optional<TargetControl> control,
            Set<Control> controls) {
        public Setting {
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(target);
            accounts = Map.copyOf(accounts);
            capabilities = Set.copyOf(capabilities);
            deviations = Set.copyOf(deviations);
            controls = Set.copyOf(controls);
        }

        /** The same for whoever can do something else. */
        Setting with(Set<String> otherCapabilities) {
            return new Setting(
                    scheme,
                    target,
                    accounts,
                    otherCapabilities,
                    deviations,
                    publicSuffixes,
                    source,
                    patience,
                    control,
                    controls);
        }
    }

    /**
     * @param name   of the user agent; empty for the one that every cell has
     * @param sender what the recorder calls what it sends of its own accord
     */
    Stage(Cast cast, String name, Setting setting, UserAgentSession session, TapLease tap, Exchange.Sender sender) {
        this(cast, name, setting, () -> session, tap, sender, new ArrayList<>(), new HashSet<>());
    }

    private Stage(
            Cast cast,
            String name,
            Setting setting,
            Supplier<UserAgentSession> session,
            TapLease tap,
            Exchange.Sender sender,
            List<IdentityReading> identities,
            Set<Integer> restarts) {
        this.cast = cast;
        this.name = name;
        this.setting = setting;
        this.session = session;
        this.tap = tap;
        this.sender = sender;
        this.identities = identities;
        this.restarts = restarts;
    }

    /** Another tab of this user agent: what is shown is its own, all else is shared. */
    Stage tab(String tabName, Supplier<UserAgentSession> tab) {
        return new Stage(cast, tabName, setting, tab, tap, sender, identities, restarts);
    }

    /** From this step on something of the target is broken on purpose, and a 5xx is what the scenario asked for. */
    void targetIsBroken() {
        cast.targetIsBroken();
    }

    /** What was broken is mended: steps after this one find the target whole. */
    void targetIsMended() {
        cast.targetIsMended();
    }

    /** Ends the step once the user agent has fallen quiet. */
    void leave() {
        settle();
        tap.leave();
    }

    /** All that play in this cell. */
    Cast cast() {
        return cast;
    }

    /** The name of the user agent or tab; empty for the first. */
    String name() {
        return name;
    }

    public Setting setting() {
        return setting;
    }

    /** What the target lets one do to it; the planner has asked for it. */
    TargetControl control() {
        return setting.control().orElseThrow(() -> new IllegalStateException("planned without control of the target"));
    }

    UserAgentSession session() {
        return session.get();
    }

    TapLease tap() {
        return tap;
    }

    boolean can(String capability) {
        return setting.capabilities().contains(capability);
    }

    /** The number of the step that is being played. */
    public int step() {
        return cast.step();
    }

    /** A URL of a role's site. */
    Url url(Role role, Scheme scheme, String target) {
        return Url.of(scheme, host(role), target);
    }

    String host(Role role) {
        return setting.target()
                .sites()
                .host(role)
                .orElseThrow(() -> new IllegalStateException("planned without a host for " + role));
    }

    Account account(String persona) {
        return Objects.requireNonNull(setting.accounts().get(persona), () -> "planned without an account: " + persona);
    }

    /** The page that the last navigation has led to; empty before the first. */
    Optional<Page> page() {
        return page;
    }

    /** The document as it is now, scripts and Back included. */
    Optional<Page> pageNow() {
        return page.map(p -> p.error().isPresent() ? p : session().page());
    }

    Page arrive(Page page) {
        this.page = Optional.of(page);
        noteAnswer(page.url());
        pageIsCurrent = true;
        settle();
        return page;
    }

    /** A request of the user agent's own has brought an answer; the page stays as it is. */
    Answer answered(Answer answer) {
        noteAnswer(answer.url());
        requestedBesides();
        settle();
        return answer;
    }

    /** Remembers which exchange brought what the step asked for: by its URL, else the newest of all. */
    private void noteAnswer(Url url) {
        if (asking) {
            return;
        }
        List<Exchange> own = tap.recording().exchanges().stream()
                .filter(this::isOwn)
                .filter(e -> !e.answeredByHarness())
                .toList();
        newest(own.stream().filter(e -> e.url().equals(url)))
                .or(() -> newest(own.stream()))
                .ifPresent(e -> lastAnswered = OptionalInt.of(e.number()));
    }

    /** The exchange that brought the page or answer that came last; what was asked about identity does not count. */
    Optional<Exchange> lastAnswer() {
        return lastAnswered.stream()
                .boxed()
                .flatMap(n -> tap.recording().number(n).stream())
                .findFirst();
    }

    private static Optional<Exchange> newest(Stream<Exchange> exchanges) {
        return exchanges.reduce((earlier, later) -> later);
    }

    /** Whether the user agent sent it by itself; not a question of the harness's. */
    boolean isOwn(Exchange exchange) {
        return exchange.sender() == sender;
    }

    /** Runs what asks who is signed in; what is sent meanwhile counts in no budget. */
    <T> T asking(Supplier<T> question) {
        tap.enter(step(), Exchange.Sender.PROBE);
        asking = true;
        try {
            return question.get();
        } finally {
            asking = false;
            tap.enter(step(), Exchange.Sender.USER_AGENT);
        }
    }

    /** Whether what is shown may be older than what requests beside it have changed since. */
    boolean pageIsCurrent() {
        return pageIsCurrent;
    }

    /** A request beside the page may have changed what the page would show. */
    void requestedBesides() {
        pageIsCurrent = false;
    }

    /** The user agent came back from a restart: it shows nothing, and its session cookies are gone. */
    void restarted() {
        forgetPage();
        restarts.add(step());
        cast.forgetTabs();
    }

    void forgetPage() {
        page = Optional.empty();
        lastAnswered = OptionalInt.empty();
    }

    /** The steps that restarted the user agent. */
    Set<Integer> restarts() {
        return Set.copyOf(restarts);
    }

    /** Waits until what the page's scripts and images have asked for has come. */
    void settle() {
        if (can("scripts") || can("images")) {
            untilSettled();
        }
    }

    private void untilSettled() {
        for (int look = 0; look < LOOKS; look++) {
            long begun = tap.begun();
            if (begun == settledAfter || !tap.awaitQuiet(SETTLED_AND_IDLE, setting.patience())) {
                return;
            }
            boolean atRest = tap.awaitQuiet(SETTLED, Duration.ZERO)
                    || (page.isPresent() && session().isIdle());
            if (atRest && tap.begun() == begun) {
                settledAfter = begun;
                return;
            }
        }
        tap.awaitQuiet(SETTLED, setting.patience());
    }

    /** The exchanges of this user agent with the target in this step so far, by whomever. */
    List<Exchange> exchangesOfStep() {
        return tap.recording().withTarget().duringStep(step()).toList();
    }

    /** What the wire says of the jar, played by the RFC 6265bis model with the profile's declared deviations. */
    ModelReplay model() {
        Recording recording = tap.recording();
        return ModelReplay.of(recording, setting.deviations(), setting.publicSuffixes(), restarts);
    }

    /** Those of these cookies that the jar would send to the role's site over one scheme or the other. */
    List<Cookie> heldFor(List<Cookie> cookies, Role role, Set<CookieCategory> categories) {
        String host = host(role);
        return cookies.stream()
                .filter(c -> categories.stream()
                        .anyMatch(category -> setting.target().dictionary().is(category, c.name())))
                .filter(c -> c.hostOnly() ? c.domain().equals(host) : CookieMatching.domainMatch(host, c.domain()))
                .toList();
    }

    void keepJar(String jarName, CookieJar jar) {
        cast.keepJar(jarName, jar);
    }

    CookieJar keptJar(String jarName) {
        return cast.keptJar(jarName);
    }

    void note(IdentityReading reading) {
        identities.add(reading);
    }

    /** Whatever was asked about identity so far. */
    List<IdentityReading> identities() {
        return List.copyOf(identities);
    }

    /** What this scenario expected and did not find. */
    Finding finding(String expectation, String subject, String expected, String observed, OptionalInt exchange) {
        return finding(expectation, subject, expected, observed, exchange, Optional.empty());
    }

    Finding finding(
            String expectation,
            String subject,
            String expected,
            String observed,
            OptionalInt exchange,
            Optional<String> header) {
        return new Finding(expectation, setting.source(), Severity.ERROR, subject, expected, observed, exchange, header)
                .of(name);
    }

    /** The number of the newest exchange of this step, which mostly is the one that shows it. */
    OptionalInt newest() {
        return exchangesOfStep().stream().mapToInt(Exchange::number).max();
    }
}
