package org.cookieproof.target;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.check.Check;
import org.cookieproof.yaml.Problems;

/** A target of {@code ci/targets} itself, so that what is declared there is what is tested, and who starts it. */
public record ContractTarget(TargetDefinition definition, TargetProvider provider) {

    /** @param id the file's name in {@code ci/targets/} */
    public static ContractTarget declared(String id) {
        Problems problems = new Problems();
        Map<String, TargetProvider> providers = ServiceLoader.load(TargetProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(TargetProvider::id, provider -> provider));
        Set<String> checks = new HashSet<>();
        ServiceLoader.load(Check.class).forEach(check -> checks.add(check.id()));
        TargetDefinition definition = TargetFile.read(
                        Path.of("ci", "targets", id + ".yaml"),
                        new TargetFile.Known(providers.keySet(), checks),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        assertNone(problems);
        return new ContractTarget(definition, Objects.requireNonNull(providers.get(definition.provider()), id));
    }

    private static void assertNone(Problems problems) {
        if (!problems.sorted().isEmpty()) {
            throw new AssertionError(problems.sorted().toString());
        }
    }

    /** Starts it as a run does, under one of its variants. */
    public RunningTarget start(String variant, Path scratch) {
        TargetDefinition.Variant chosen = definition.variants().get(variant);
        if (chosen == null) {
            throw new AssertionError("no variant " + variant + " among "
                    + List.copyOf(definition.variants().keySet()));
        }
        return provider.start(definition, chosen.settings(), Map.of(), scratch);
    }
}
