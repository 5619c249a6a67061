package org.cookieproof.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives an option that was not on the command line the value of {@code COOKIEPROOF_ITS_NAME}. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    EnvironmentDefaults {
        environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argSpec) {
        if (!(argSpec instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "");
        return environment.get("COOKIEPROOF_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
