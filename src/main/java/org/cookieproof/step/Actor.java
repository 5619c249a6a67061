package org.cookieproof.step;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who plays a step. */
sealed interface Actor {

    /** The user agent that every cell has. */
    Actor FIRST = new UserAgent(Cast.FIRST);

    /** Plays on the stage and the thread of this actor. */
    <T> T play(Cast cast, Function<Stage, T> work);

    /** The user agents whose jar and recording it takes part in. */
    Set<String> userAgents();

    /** What a step's title begins with. */
    String prefix();

    /** A user agent of the profile. */
    record UserAgent(String name) implements Actor {
        @Override
        public <T> T play(Cast cast, Function<Stage, T> work) {
            return cast.on(name, work);
        }

        @Override
        public Set<String> userAgents() {
            return Set.of(name);
        }

        @Override
        public String prefix() {
            return name.isEmpty() ? "" : name + ": ";
        }
    }

    /** A further tab of the first user agent. */
    record Tab(String name) implements Actor {
        @Override
        public <T> T play(Cast cast, Function<Stage, T> work) {
            return cast.inTab(name, work);
        }

        @Override
        public Set<String> userAgents() {
            return Set.of(Cast.FIRST);
        }

        @Override
        public String prefix() {
            return "tab " + name + ": ";
        }
    }

    /** The harness's own client with a kept jar. */
    record KeptJar(String name) implements Actor {

        /** What somebody with nothing but cookies can do. */
        static final List<String> VERBS = List.of("visit", "request");

        @Override
        public <T> T play(Cast cast, Function<Stage, T> work) {
            return cast.withJar(name, work);
        }

        @Override
        public Set<String> userAgents() {
            return Set.of();
        }

        @Override
        public String prefix() {
            return "with jar " + name + ": ";
        }
    }
}
