package org.cookieproof.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Circumstances;
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
import org.cookieproof.target.TargetDefinition;

/**
 * What the steps of one cell play on: the user agent, the recorder, the target, and what earlier steps have left. It
 * belongs to the thread that plays the cell.
 */
public final class Stage {

    /** How long nothing may be in flight before a page with scripts counts as settled. */
    private static final Duration SETTLED = Duration.ofMillis(80);

    private final Setting setting;
    private final UserAgentSession session;
    private final TapLease tap;
    private final Map<String, CookieJar> keptJars = new HashMap<>();
    private final List<IdentityReading> identities = new ArrayList<>();
    private final Set<Integer> restarts = new HashSet<>();
    private final Set<Integer> faultySteps = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private boolean broken;
    private int step;
    private Optional<Page> page = Optional.empty();
    private boolean pageIsCurrent;

    /**
     * What does not change while a cell is played.
     *
     * @param accounts     by persona
     * @param capabilities of the profile, by wire name
     * @param source       of the scenario; stands in the findings of its expectations
     * @param patience     how long a condition is waited for
     */
    public record Setting(
            Scheme scheme,
            TargetDefinition target,
            Map<String, Account> accounts,
            Set<String> capabilities,
            Set<CookieDeviation> deviations,
            PublicSuffixes publicSuffixes,
            String source,
            Duration patience) {
        public Setting {
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(target);
            accounts = Map.copyOf(accounts);
            capabilities = Set.copyOf(capabilities);
            deviations = Set.copyOf(deviations);
        }
    }

    public Stage(Setting setting, UserAgentSession session, TapLease tap) {
        this.setting = setting;
        this.session = session;
        this.tap = tap;
    }

    /** Begins a step: exchanges that start from now on belong to it. */
    public void enter(int step) {
        this.step = step;
        if (broken) {
            faultySteps.add(step);
        }
        tap.enter(step, Exchange.Sender.USER_AGENT);
    }

    /** From this step on something of the target is broken on purpose, and a 5xx is what the scenario asked for. */
    public void targetIsBroken() {
        broken = true;
        faultySteps.add(step);
    }

    /** What was broken is mended: steps after this one find the target whole. */
    public void targetIsMended() {
        broken = false;
    }

    /** The lines of the target's own log that this cell has caused, where the target shows one. */
    public void targetTold(List<String> lines) {
        log.addAll(lines);
    }

    /** What happened to the target beside the traffic. */
    public Circumstances circumstances() {
        return new Circumstances(faultySteps, log);
    }

    /** Ends the step once the user agent has fallen quiet. */
    public void leave() {
        settle();
        tap.leave();
    }

    public Setting setting() {
        return setting;
    }

    UserAgentSession session() {
        return session;
    }

    TapLease tap() {
        return tap;
    }

    boolean can(String capability) {
        return setting.capabilities().contains(capability);
    }

    /** The number of the step that is being played. */
    public int step() {
        return step;
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
        return page.map(p -> p.error().isPresent() ? p : session.page());
    }

    Page arrive(Page page) {
        this.page = Optional.of(page);
        pageIsCurrent = true;
        settle();
        return page;
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
        page = Optional.empty();
        restarts.add(step);
    }

    /** The steps that restarted the user agent. */
    public Set<Integer> restarts() {
        return Set.copyOf(restarts);
    }

    /** Waits until what the page's scripts and images have asked for has come. */
    void settle() {
        if (can("scripts") || can("images")) {
            tap.awaitQuiet(SETTLED, setting.patience());
        }
    }

    /** The exchanges of this step so far, by whomever. */
    List<Exchange> exchangesOfStep() {
        return tap.recording().duringStep(step).toList();
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

    void keepJar(String name, CookieJar jar) {
        keptJars.put(name, jar.copy());
    }

    CookieJar keptJar(String name) {
        return Objects.requireNonNull(keptJars.get(name), () -> "bound without a kept jar: " + name);
    }

    void note(IdentityReading reading) {
        identities.add(reading);
    }

    /** Whatever was asked about identity so far. */
    public List<IdentityReading> identities() {
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
        return new Finding(
                expectation, setting.source(), Severity.ERROR, subject, expected, observed, exchange, header);
    }

    /** The number of the newest exchange of this step, which mostly is the one that shows it. */
    OptionalInt newest() {
        return exchangesOfStep().stream().mapToInt(Exchange::number).max();
    }
}
