package org.cookieproof.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.target.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that say where a target is, and with what it may be asked; they beat its file. */
final class ReachOptions {

    @Option(
            names = "--resolve",
            paramLabel = "HOST:ADDRESS[:PORT]",
            description =
                    "Where a host of a deployment is, instead of where DNS or its file says; HOST:https:ADDRESS:PORT"
                            + " for one scheme. May be given several times.")
    private List<String> resolve = List.of();

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description =
                    "A PEM file of the authority that a deployment's certificates are from, besides the public ones.")
    private @Nullable Path cacert;

    @Option(
            names = "--header",
            paramLabel = "'HOST: NAME: VALUE'",
            description = "A field added to what is asked of this host over https, or with '*' of all sites but"
                    + " 'foreign', and of no other; its value is in no report (but in the list of processes). May be"
                    + " given several times.")
    private List<String> headers = List.of();

    @Option(
            names = "--yes",
            // Said twice, there and in the environment, it would else be a no: picocli inverts what is the default.
            arity = "0..1",
            fallbackValue = "true",
            converter = Flag.class,
            description = "Send requests to hosts that are neither this machine nor below .test, without asking.")
    private boolean yes;

    Overrides overrides() {
        return new Overrides(resolve, Optional.ofNullable(cacert), headers);
    }

    /** Asks on the terminal, where there is one, unless {@code --yes} has said it. */
    Confirmation confirmation() {
        return new Confirmation(yes, Optional.ofNullable(System.console()).map(c -> question -> {
            String answer = c.readLine("%s", question);
            return answer == null ? "" : answer;
        }));
    }

    /** The launcher's {@code COOKIEPROOF_YES=1} is a yes, too. */
    static final class Flag implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String value) {
            return List.of("1", "true", "yes").contains(value);
        }
    }
}
