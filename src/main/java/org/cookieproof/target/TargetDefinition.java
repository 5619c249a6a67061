package org.cookieproof.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.evidence.Sites;

/**
 * A target as its file describes it.
 *
 * @param provider   which {@link TargetProvider} starts it
 * @param variants   by name; there is always one called {@code default}
 * @param flows      how one signs in, signs out … there
 * @param exceptions its deliberate deviations from server invariants
 * @param schemes    that it serves
 * @param deployment how it is reached
 * @param signals    numbers of its own that tell how it is
 */
public record TargetDefinition(
        String name,
        String title,
        String provider,
        Sites sites,
        Map<String, Variant> variants,
        CookieDictionary dictionary,
        Flows flows,
        List<ServerException> exceptions,
        Set<String> needs,
        Path file,
        Schemes schemes,
        Deployment deployment,
        List<Signal> signals) {

    private static final String EXAMPLE = ".example.yaml";

    /**
     * A configuration of the service.
     *
     * @param settings what its provider must know
     * @param traits   what it is like, as scenarios ask for it in {@code requires:}
     */
    public record Variant(String name, Map<String, String> settings, Map<String, String> traits) {
        public Variant {
            Objects.requireNonNull(name);
            settings = Map.copyOf(settings);
            traits = Map.copyOf(traits);
        }

        /** Why a scenario that requires this cannot run here; empty when it can. */
        public Optional<String> unmet(Map<String, String> requires) {
            return requires.entrySet().stream()
                    .filter(r -> !r.getValue().equals(traits.get(r.getKey())))
                    .findFirst()
                    .map(r -> "the target does not have " + r.getKey() + ": " + r.getValue() + " (it has "
                            + Optional.ofNullable(traits.get(r.getKey())).orElse("nothing of the kind") + ")");
        }
    }

    public TargetDefinition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(provider);
        variants = Map.copyOf(variants);
        exceptions = List.copyOf(exceptions);
        needs = Set.copyOf(needs);
        Objects.requireNonNull(file);
        Objects.requireNonNull(schemes);
        Objects.requireNonNull(deployment);
        signals = List.copyOf(signals);
    }

    /** Whether a file is there to be copied and filled in, and not to be played against. */
    public static boolean isExample(Path file) {
        return file.toString().endsWith(EXAMPLE);
    }

    /** The same target, to whose hosts a person wants traffic, wherever they are. */
    public TargetDefinition confirmed() {
        return with(deployment.confirmedByPerson());
    }

    /** The same target, which is started even where not all of it can be used. */
    public TargetDefinition examined() {
        return with(deployment.forExamination());
    }

    TargetDefinition with(Deployment other) {
        return new TargetDefinition(
                name,
                title,
                provider,
                sites,
                variants,
                dictionary,
                flows,
                exceptions,
                needs,
                file,
                schemes,
                other,
                signals);
    }
}
