package org.cookieproof.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Circumstances;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.tap.TapLease;
import org.cookieproof.target.Control;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetControl.StoreUse;

/**
 * Who plays in one cell: the user agent that every cell has, further ones and tabs where the scenario names them, and
 * kept jars that the harness's own client sends. They share what was kept and captured.
 */
public final class Cast implements AutoCloseable {

    /** The name of the user agent that every cell has. */
    public static final String FIRST = "";

    private final Stage.Setting setting;
    private final Map<String, Member> userAgents = new LinkedHashMap<>();
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Map<String, TapLease> jarLeases = new ConcurrentHashMap<>();
    private final Map<String, List<IdentityReading>> jarIdentities = new ConcurrentHashMap<>();
    private final Map<String, CookieJar> keptJars = new ConcurrentHashMap<>();
    private final Map<String, String> captured = new ConcurrentHashMap<>();
    private final Set<Integer> faultySteps = ConcurrentHashMap.newKeySet();
    private final int logLinesAtFirst;
    private volatile int step;
    private volatile boolean broken;
    private volatile Map<String, StoreUse> storeUsesBefore = Map.of();
    private volatile int logLinesBefore;
    private volatile Supplier<Optional<byte[]>> picture;

    /** A user agent, and the thread that its session belongs to. */
    private record Member(Stage stage, TapLease tap, Executor thread) {}

    /** A tab, opened when it is first needed. */
    private static final class Tab {
        private final Stage stage;
        private Optional<UserAgentSession> open = Optional.empty();

        Tab(String name, Stage firstTab) {
            stage = firstTab.tab(name, () -> session(firstTab));
        }

        private UserAgentSession session(Stage firstTab) {
            UserAgentSession session = open.orElseGet(() -> firstTab.session().openTab());
            open = Optional.of(session);
            return session;
        }

        void forget() {
            open = Optional.empty();
            stage.forgetPage();
        }
    }

    /** What one user agent of the cell has done: for the checks that examine one at a time. */
    public record Part(Recording recording, List<IdentityReading> identities, Set<Integer> restarts) {
        public Part {
            identities = List.copyOf(identities);
            restarts = Set.copyOf(restarts);
        }
    }

    public Cast(Stage.Setting setting, UserAgentSession session, TapLease tap) {
        this.setting = setting;
        this.logLinesAtFirst = targetLog().size();
        this.picture = session::screenshot;
        add(FIRST, session, tap, Runnable::run);
    }

    /**
     * Adds a further user agent.
     *
     * @param tap    a lease of its own, {@link TapLease#another}
     * @param thread runs what is given to it on the thread that the session belongs to
     */
    public void add(String name, UserAgentSession session, TapLease tap, Executor thread) {
        Stage stage = new Stage(this, name, setting, session, tap, Exchange.Sender.USER_AGENT);
        userAgents.put(name, new Member(stage, tap, thread));
    }

    /** Adds a tab of the first user agent. */
    public void addTab(String name) {
        tabs.put(name, new Tab(name, first()));
    }

    /** The stage of the user agent that every cell has. */
    public Stage first() {
        return member(FIRST).stage();
    }

    /** Begins a step: what these user agents send from now on belongs to it. */
    public void enter(int newStep, Set<String> players) {
        step = newStep;
        if (broken) {
            faultySteps.add(newStep);
        }
        setting.control().ifPresent(this::look);
        players.forEach(name -> member(name).tap().enter(newStep, Exchange.Sender.USER_AGENT));
    }

    /** What the target has counted and logged before this step is no part of it. */
    private void look(TargetControl control) {
        storeUsesBefore = setting.controls().contains(Control.COUNTERS) ? control.storeUses() : Map.of();
        logLinesBefore =
                setting.controls().contains(Control.LOG) ? control.log().size() : 0;
    }

    /** Uses of the target's session store before this step, by host. */
    Map<String, StoreUse> storeUsesBefore() {
        return storeUsesBefore;
    }

    /** How long the target's log was before this step. */
    int logLinesBefore() {
        return logLinesBefore;
    }

    /** Ends the step once all who played in it have fallen quiet. */
    public void leave(Set<String> players) {
        players.forEach(name -> {
            Member member = member(name);
            call(member.thread(), () -> {
                member.stage().leave();
                return member;
            });
        });
    }

    int step() {
        return step;
    }

    void targetIsBroken() {
        broken = true;
        faultySteps.add(step);
    }

    void targetIsMended() {
        broken = false;
    }

    private List<String> targetLog() {
        return setting.control().map(TargetControl::log).orElse(List.of());
    }

    /** What happened to the target beside the traffic; its log as it has grown since this cell began. */
    public Circumstances circumstances() {
        List<String> log = targetLog();
        return new Circumstances(faultySteps, log.subList(Math.min(logLinesAtFirst, log.size()), log.size()));
    }

    /** Plays on the stage and the thread of a user agent; throws what the work throws. */
    <T> T on(String userAgent, Function<Stage, T> work) {
        Member member = member(userAgent);
        picture = () -> call(member.thread(), () -> member.stage().session().screenshot());
        return call(member.thread(), () -> work.apply(member.stage()));
    }

    /** Plays in a tab of the first user agent. */
    <T> T inTab(String name, Function<Stage, T> work) {
        Tab tab = Objects.requireNonNull(tabs.get(name), () -> "bound without a tab: " + name);
        picture = () -> tab.stage.session().screenshot();
        return work.apply(tab.stage);
    }

    /** Has the harness's own client play, each time with the jar as it was kept. */
    <T> T withJar(String name, Function<Stage, T> work) {
        TapLease tap = jarLeases.computeIfAbsent(name, n -> member(FIRST).tap().another(n));
        tap.enter(step, Exchange.Sender.HARNESS);
        Stage.Setting reader = setting.with(KeptJarSession.CAN);
        UserAgentSession session = new KeptJarSession(name, keptJar(name), tap.raw());
        Stage stage = new Stage(this, name, reader, session, tap, Exchange.Sender.HARNESS);
        try {
            return work.apply(stage);
        } finally {
            jarIdentities.computeIfAbsent(name, n -> new ArrayList<>()).addAll(stage.identities());
            tap.leave();
        }
    }

    private static <T> T call(Executor thread, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        thread.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts a worker while it waits for a user agent", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException("a step ended with " + e.getCause(), e);
        }
    }

    private Member member(String name) {
        return Objects.requireNonNull(userAgents.get(name), () -> "bound without a user agent: " + name);
    }

    void keepJar(String name, CookieJar jar) {
        keptJars.put(name, jar.copy());
    }

    /** A copy of a jar as it was kept. */
    CookieJar keptJar(String name) {
        return Objects.requireNonNull(keptJars.get(name), () -> "bound without a kept jar: " + name)
                .copy();
    }

    void capture(String name, String value) {
        captured.put(name, value);
    }

    /** What was captured so far, by name. */
    Map<String, String> captured() {
        return Map.copyOf(captured);
    }

    /** After a restart there are no tabs but the first. */
    void forgetTabs() {
        tabs.values().forEach(Tab::forget);
    }

    /** The jars of these user agents as they tell them themselves. */
    public Map<String, Jar> jars(Set<String> players) {
        Map<String, Jar> jars = new LinkedHashMap<>();
        players.forEach(name -> {
            Member member = member(name);
            jars.put(name, call(member.thread(), () -> member.stage().session().jar()));
        });
        return jars;
    }

    /** What a person would see now where the newest step was played. */
    public Optional<byte[]> picture() {
        return picture.get();
    }

    /** What each has done so far, by name; the first user agent's part comes first. */
    public Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        userAgents.forEach((name, member) -> parts.put(
                name,
                new Part(
                        member.tap().recording(),
                        member.stage().identities(),
                        member.stage().restarts())));
        jarLeases.forEach((name, tap) ->
                parts.put(name, new Part(tap.recording(), jarIdentities.getOrDefault(name, List.of()), Set.of())));
        return parts;
    }

    /** What all of them have done so far. */
    public Recording recording() {
        return Recording.merged(parts().values().stream().map(Part::recording).toList());
    }

    /** Ends the leases of kept jars; the user agents are whoever's that opened them. */
    @Override
    public void close() {
        jarLeases.values().forEach(TapLease::close);
    }
}
