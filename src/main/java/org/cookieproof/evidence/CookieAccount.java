package org.cookieproof.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.Outcome;

/**
 * Why a user agent kept or refused what it was sent, and what it held after each step: what a report tells beside the
 * exchanges themselves.
 *
 * @param lines what the model, with the profile's declared deviations, did with each Set-Cookie line
 * @param jars  one for each user agent and each step that it played to its end, user agent by user agent
 */
public record CookieAccount(List<Line> lines, List<StepJar> jars) {

    public CookieAccount {
        lines = List.copyOf(lines);
        jars = List.copyOf(jars);
    }

    /** What became of a Set-Cookie line. */
    public enum Fate {
        KEPT,
        REPLACED,
        DELETED,
        NOTHING_TO_DELETE,
        REFUSED
    }

    /**
     * One Set-Cookie line.
     *
     * @param exchange the number of the exchange that brought it
     * @param index    which of the response's Set-Cookie lines it is, from 0
     * @param why      in one sentence, with the rule where it was refused
     */
    public record Line(int exchange, int index, Fate fate, String why) {
        public Line {
            Objects.requireNonNull(fate);
            Objects.requireNonNull(why);
        }
    }

    /** Whose account of a jar it is. */
    public enum Witness {
        /** The user agent's own, of all that it holds. */
        USER_AGENT,
        /** The user agent's own, of what the current page would be sent. */
        CURRENT_PAGE,
        /** The model's, since the user agent does not tell. */
        MODEL
    }

    /**
     * A jar as it was after a step.
     *
     * @param step from 1, as in {@link StepRecord#index()}
     * @param note why the user agent does not tell; empty where it does
     * @param userAgent whose jar; empty for the user agent that every cell has
     */
    public record StepJar(int step, Witness witness, String note, List<Jar.Held> cookies, String userAgent) {
        public StepJar {
            Objects.requireNonNull(userAgent);
            Objects.requireNonNull(witness);
            Objects.requireNonNull(note);
            cookies = List.copyOf(cookies);
        }

        /** A jar of the first user agent. */
        public StepJar(int step, Witness witness, String note, List<Jar.Held> cookies) {
            this(step, witness, note, cookies, "");
        }

        private StepJar in(String owner) {
            return new StepJar(step, witness, note, cookies, owner);
        }
    }

    /**
     * The account of all of a cell's user agents, with its secrets.
     *
     * @param byUserAgent by name; the first one's comes first
     */
    public static CookieAccount of(Map<String, Evidence> byUserAgent) {
        List<Line> lines = new ArrayList<>();
        List<StepJar> jars = new ArrayList<>();
        byUserAgent.forEach((name, evidence) -> {
            CookieAccount account = of(evidence);
            lines.addAll(account.lines());
            account.jars().forEach(jar -> jars.add(jar.in(name)));
        });
        return new CookieAccount(lines, jars);
    }

    /** The account of one user agent, with its secrets. */
    public static CookieAccount of(Evidence evidence) {
        ModelReplay replay = ModelReplay.declared(evidence);
        List<Line> lines = new ArrayList<>();
        for (ModelReplay.Moment moment : replay.moments()) {
            for (int i = 0; i < moment.outcomes().size(); i++) {
                Outcome outcome = moment.outcomes().get(i).outcome();
                lines.add(new Line(moment.exchange().number(), i, fate(outcome), outcome.describe()));
            }
        }
        return new CookieAccount(
                lines, evidence.steps().stream().map(s -> jar(s, replay)).toList());
    }

    private static Fate fate(Outcome outcome) {
        if (outcome instanceof Outcome.Stored stored) {
            return stored.replaced().isPresent() ? Fate.REPLACED : Fate.KEPT;
        }
        if (outcome instanceof Outcome.Deleted) {
            return Fate.DELETED;
        }
        return outcome instanceof Outcome.Refused ? Fate.REFUSED : Fate.NOTHING_TO_DELETE;
    }

    private static StepJar jar(StepRecord step, ModelReplay replay) {
        if (step.jarAfter() instanceof Jar.Known known) {
            Witness witness = known.complete() ? Witness.USER_AGENT : Witness.CURRENT_PAGE;
            return new StepJar(step.index(), witness, "", known.cookies());
        }
        String note = step.jarAfter() instanceof Jar.Opaque opaque ? opaque.reason() : "";
        List<Jar.Held> held = replay.jarAfterStep(step.index()).cookies().stream()
                .map(CookieAccount::held)
                .toList();
        return new StepJar(step.index(), Witness.MODEL, note, held);
    }

    private static Jar.Held held(Cookie cookie) {
        return new Jar.Held(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.expiresAt().orElse(null),
                cookie.secure(),
                cookie.httpOnly(),
                cookie.sameSite());
    }
}
