package org.cookieproof.target;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts targets of one kind. Found by {@link java.util.ServiceLoader}. */
public interface TargetProvider {

    /** As target files name it in {@code provider:}. */
    String id();

    /** The mechanisms that an injected regression may exchange; empty for a service that nobody here wrote. */
    Set<String> switches();

    /** Why these switches cannot be set so; empty when they can. Asked only for keys of {@link #switches()}. */
    default Optional<String> whyNot(Map<String, String> switches) {
        return Optional.empty();
    }

    /** What its targets let one do to them; all of it is in {@link RunningTarget#control()}. */
    default Set<Control> controls() {
        return Set.of();
    }

    /**
     * @param settings of the variant, as written in the target file
     * @param switches mechanism to choice, of the injected regression; each key is one of {@link #switches()}
     * @param scratch  an empty directory of the run; the caller deletes it
     * @throws TargetUnavailableException when it cannot be started or does not answer
     */
    RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch);

    /**
     * As {@link #start(TargetDefinition, Map, Map, Path)}; the same seed gives the same accounts and passwords where
     * the service can be made so. A service that cannot ignores it.
     */
    default RunningTarget start(
            TargetDefinition definition,
            Map<String, String> settings,
            Map<String, String> switches,
            Path scratch,
            long seed) {
        return start(definition, settings, switches, scratch);
    }
}
