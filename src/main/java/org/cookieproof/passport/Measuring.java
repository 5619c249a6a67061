package org.cookieproof.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.profile.Profile;
import org.cookieproof.run.Crew;
import org.cookieproof.run.Interruption;
import org.cookieproof.run.Scratch;

/**
 * Measures profiles, several at once, each on a thread of its own with a network of its own. A behaviour whose user
 * agent breaks is played once more with a fresh one.
 */
final class Measuring {

    /** After so many behaviours in a row without an answer the rest is not tried: the user agent cannot run here. */
    private static final int HOPELESS = 4;

    private final Map<String, DriverProvider> drivers;
    private final List<Behaviour> behaviours;
    private final Clock clock;
    private final Interruption interruption;
    private final BiConsumer<Profile, String> progress;

    /** @param progress is told what each profile is at, by several threads */
    Measuring(
            Map<String, DriverProvider> drivers,
            List<Behaviour> behaviours,
            Clock clock,
            Interruption interruption,
            BiConsumer<Profile, String> progress) {
        this.drivers = drivers;
        this.behaviours = behaviours;
        this.clock = clock;
        this.interruption = interruption;
        this.progress = progress;
    }

    /** What was observed of one profile, in the order of the behaviours. */
    record Outcome(Profile profile, Optional<String> engine, Map<String, Observation> observations) {

        List<String> notObserved() {
            List<String> told = new ArrayList<>();
            observations.forEach((id, observation) -> {
                if (observation instanceof Observation.NotObserved not) {
                    told.add(id + ": " + not.why());
                }
            });
            return told;
        }

        /** Empty where any behaviour is without an answer: half a passport would look like a whole one. */
        Optional<Passport> passport(LocalDate today) {
            if (engine.isEmpty() || !notObserved().isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> answers = new TreeMap<>();
            Map<String, String> notAsked = new TreeMap<>();
            observations.forEach((id, observation) -> {
                if (observation instanceof Observation.Seen seen) {
                    answers.put(id, seen.answer());
                } else if (observation instanceof Observation.NotAsked not) {
                    notAsked.put(id, not.why());
                }
            });
            return Optional.of(new Passport(profile.id(), engine.get(), today, answers, notAsked));
        }
    }

    /** @param consumer is told of each profile when it is done, by this thread */
    void measure(List<Profile> profiles, Crew crew, Consumer<Outcome> consumer) throws InterruptedException {
        Queue<Profile> browsers = new ConcurrentLinkedQueue<>();
        Queue<Profile> others = new ConcurrentLinkedQueue<>();
        profiles.forEach(p -> (p.kind() == Profile.Kind.BROWSER ? browsers : others).add(p));
        BlockingQueue<Outcome> done = new LinkedBlockingQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < crew.cells(); i++) {
            boolean drivesBrowsers = i < crew.browsers();
            Thread worker = new Thread(
                    () -> {
                        if (drivesBrowsers) {
                            work(browsers, done);
                        }
                        work(others, done);
                    },
                    "passport-" + i);
            worker.start();
            workers.add(worker);
        }
        for (int i = 0; i < profiles.size(); i++) {
            consumer.accept(done.take());
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void work(Queue<Profile> waiting, BlockingQueue<Outcome> done) {
        for (Profile profile = waiting.poll(); profile != null; profile = waiting.poll()) {
            Outcome outcome;
            try {
                outcome = measure(profile);
            } catch (RuntimeException | IOException e) {
                outcome = new Outcome(
                        profile,
                        Optional.empty(),
                        Map.of("passport", new Observation.NotObserved("the harness: " + e)));
            }
            done.add(outcome);
        }
    }

    private Outcome measure(Profile profile) throws IOException {
        try (Scratch scratch = Scratch.temporary();
                ScriptedNetwork network = ScriptedNetwork.start(scratch.path(), clock)) {
            return measure(
                    profile, network, Files.createDirectory(scratch.path().resolve("cells")));
        }
    }

    private Outcome measure(Profile profile, ScriptedNetwork network, Path directory) throws IOException {
        Map<String, Observation> observations = new LinkedHashMap<>();
        int broken = 0;
        try (RenewableDriver driver = new RenewableDriver(drivers, profile);
                BehaviourPlayer player = new BehaviourPlayer(network, driver, profile, directory)) {
            for (Behaviour behaviour : behaviours) {
                Observation observation = broken >= HOPELESS
                        ? new Observation.NotObserved("not tried after " + HOPELESS + " in a row broke")
                        : play(player, behaviour, driver);
                broken = observation instanceof Observation.NotObserved ? broken + 1 : 0;
                observations.put(behaviour.id(), observation);
                progress.accept(profile, behaviour.id());
            }
            return new Outcome(profile, player.engine(), observations);
        }
    }

    private Observation play(BehaviourPlayer player, Behaviour behaviour, RenewableDriver driver) throws IOException {
        Observation observation = new Observation.NotObserved(Interruption.REASON);
        for (int attempt = 0; attempt < 2 && !interruption.isTold(); attempt++) {
            try {
                observation = player.play(behaviour);
            } catch (UserAgentBrokenException e) {
                observation = new Observation.NotObserved("the user agent: " + e.getMessage());
            }
            if (!(observation instanceof Observation.NotObserved)) {
                return observation;
            }
            driver.renew();
        }
        return observation;
    }
}
