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
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.tap.TapLease;

/** Plays behaviours with one driver, each in a fresh user agent, and reads the answers off the wire. */
final class BehaviourPlayer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(60);

    private final ScriptedNetwork network;
    private final RenewableDriver driver;
    private final Profile profile;
    private final Path directory;
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
        try (TapLease lease = network.tap().lease(List.of())) {
            Optional<String> impossible = act(behaviour, lease);
            if (impossible.isPresent() && behaviour.verifies().isEmpty()) {
                return new Observation.NotAsked(impossible.get());
            }
            // A client without pages does one thing after the other: when it has done, nothing more comes.
            Duration quiet = profile.can(Capability.SCRIPTS) ? QUIET : Duration.ZERO;
            if (!lease.awaitQuiet(quiet, PATIENCE)) {
                return new Observation.NotObserved(
                        "requests were still under way after " + PATIENCE.toSeconds() + " s");
            }
            if (impossible.isPresent()) {
                return new Observation.Seen(Reading.NO);
            }
            Url asked = behaviour
                    .asked()
                    .orElseThrow(() -> new IllegalStateException(behaviour.id() + " asks for nothing"));
            List<Exchange> exchanges = lease.recording().byUserAgent().toList();
            return new Observation.Seen(behaviour.reading().of(exchanges, asked));
        }
    }

    /** Why it could not be done; empty when it was. */
    private Optional<String> act(Behaviour behaviour, TapLease lease) throws IOException {
        Surroundings surroundings = new Surroundings(
                lease.address(),
                network.tap().ca(),
                network.tap().caPem(),
                Files.createDirectories(directory.resolve("home")),
                Files.createTempDirectory(directory, "cell"),
                false,
                PATIENCE,
                behaviour.restarts());
        try (UserAgentSession session = driver.current().open(profile, surroundings)) {
            engine = Optional.of(session.engine());
            UserAgentSession current = session;
            for (Act act : behaviour.acts()) {
                current = perform(act, current);
                if (act.goesOnAlone()) {
                    lease.awaitQuiet(QUIET, PATIENCE);
                }
            }
            return Optional.empty();
        } catch (NotPossibleException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
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
}
