package org.cookieproof.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.tap.TapLease;

/**
 * Plays behaviours with one driver, each in a user agent that holds nothing, and reads the answers off the wire. A user
 * agent that can start afresh plays several; one that is restarted on the way plays that alone.
 */
final class BehaviourPlayer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(60);

    /** What a page asks for by itself has come by then even on a machine under load, or the user agent does not ask. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(5);

    private final ScriptedNetwork network;
    private final RenewableDriver driver;
    private final Profile profile;
    private final Path directory;
    private Optional<Stay> warm = Optional.empty();
    private Optional<String> engine = Optional.empty();

    /** @param directory of this profile alone; the caller deletes it */
    BehaviourPlayer(ScriptedNetwork network, RenewableDriver driver, Profile profile, Path directory) {
        this.network = network;
        this.driver = driver;
        this.profile = profile;
        this.directory = directory;
    }

    /** What the user agent called itself when it last started; empty where it never has. */
    Optional<String> engine() {
        return engine;
    }

    /** @throws UserAgentBrokenException when the user agent died, hung or did not start */
    Observation play(Behaviour behaviour) throws IOException {
        Optional<String> lacks = behaviour.notFor(profile);
        if (lacks.isPresent()) {
            return new Observation.NotAsked(lacks.get());
        }
        network.script(behaviour.acts());
        Stay stay = stay(behaviour);
        Observation observation;
        try {
            observation = play(behaviour, stay);
        } catch (RuntimeException e) {
            stay.close(); // what broke plays nothing more
            throw e;
        }
        if (behaviour.restarts() || observation instanceof Observation.NotObserved) {
            stay.close();
        } else {
            warm = Optional.of(stay);
        }
        return observation;
    }

    /** The one of the behaviour before where it can start afresh, else another. */
    private Stay stay(Behaviour behaviour) throws IOException {
        Optional<Stay> last = warm;
        warm = Optional.empty();
        if (last.isPresent()) {
            if (!behaviour.restarts() && last.get().startsAfresh(quiet(), PATIENCE)) {
                return last.get();
            }
            last.get().close();
        }
        TapLease lease = network.tap().lease(List.of());
        try {
            return new Stay(lease, driver.current().open(profile, surroundings(lease, behaviour)));
        } catch (RuntimeException | IOException e) {
            lease.close();
            throw e;
        }
    }

    private Surroundings surroundings(TapLease lease, Behaviour behaviour) throws IOException {
        return new Surroundings(
                lease.address(),
                network.tap().ca(),
                network.tap().caPem(),
                Files.createDirectories(directory.resolve("home")),
                Files.createTempDirectory(directory, "cell"),
                false,
                PATIENCE,
                behaviour.restarts());
    }

    private Observation play(Behaviour behaviour, Stay stay) {
        engine = Optional.of(stay.session().engine());
        Optional<String> impossible = act(behaviour, stay);
        if (impossible.isPresent() && behaviour.verifies().isEmpty()) {
            return new Observation.NotAsked(impossible.get());
        }
        if (!stay.awaitQuiet(quiet(), PATIENCE)) {
            return new Observation.NotObserved("requests were still under way after " + PATIENCE.toSeconds() + " s");
        }
        if (impossible.isPresent()) {
            return new Observation.Seen(Reading.NO);
        }
        Url asked =
                behaviour.asked().orElseThrow(() -> new IllegalStateException(behaviour.id() + " asks for nothing"));
        String answer = behaviour.reading().of(stay.exchanges(), asked);
        boolean inAnyOrder = profile.differs().stream().anyMatch(d -> d.inAnyOrder() && d.isAbout(behaviour.id()));
        return new Observation.Seen(inAnyOrder ? Reading.sorted(answer) : answer);
    }

    /** A client without pages does one thing after the other: when it has done, nothing more comes. */
    private Duration quiet() {
        return profile.can(Capability.SCRIPTS) ? QUIET : Duration.ZERO;
    }

    /** Why it could not be done; empty when it was. */
    private Optional<String> act(Behaviour behaviour, Stay stay) {
        try {
            UserAgentSession current = stay.session();
            for (Act act : behaviour.acts()) {
                int before = act.goesOnTo().map(stay::asked).orElse(0);
                current = perform(act, current);
                act.goesOnTo().ifPresent(url -> awaitAsked(stay, url, before));
            }
            return Optional.empty();
        } catch (NotPossibleException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void awaitAsked(Stay stay, Url url, int before) {
        stay.awaitAsked(url, before, profile.can(Capability.SCRIPTS) ? BY_ITSELF : Duration.ZERO);
        stay.awaitQuiet(QUIET, PATIENCE);
    }

    private static UserAgentSession perform(Act act, UserAgentSession session) {
        if (act instanceof Act.Visit visit) {
            visit(visit, session);
        } else if (act instanceof Act.Chain chain) {
            session.open(chain.from());
        } else if (act instanceof Act.Script script) {
            session.open(script.page());
        } else if (act instanceof Act.Restart) {
            session.restart();
        } else if (act instanceof Act.Back) {
            session.goBack();
        } else if (act instanceof Act.OpenTab) {
            return session.openTab();
        } else if (act instanceof Act.ReadJar && !(session.jar() instanceof Jar.Known)) {
            throw new NotPossibleException("its jar cannot be read");
        } else if (act instanceof Act.TakeScreenshot && session.screenshot().isEmpty()) {
            throw new NotPossibleException("it takes no screenshots");
        }
        return session;
    }

    private static void visit(Act.Visit visit, UserAgentSession session) {
        session.open(visit.from());
        switch (visit.by()) {
            case LINK -> session.follow("a");
            case FORM -> session.submit(new Form("form", Map.of(), Optional.empty()));
            case TYPED, REDIRECT, IMAGE, FRAME, FETCH -> {} // what they start from leads there by itself
        }
    }

    @Override
    public void close() {
        warm.ifPresent(Stay::close);
        warm = Optional.empty();
    }
}
