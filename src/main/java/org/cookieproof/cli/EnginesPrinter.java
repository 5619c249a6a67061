package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Engine;
import org.cookieproof.provision.Engines;

/** What parses Set-Cookie behind the profiles, each engine once, and how many there are. */
final class EnginesPrinter {

    private EnginesPrinter() {}

    static void print(PrintWriter out, Engines engines, int profiles) {
        out.println("Cookie engines (what parses Set-Cookie; settings make no other engine)");
        engines.all().forEach(engine -> print(out, engine));
        for (Profile profile : engines.untold()) {
            out.printf("  %-36s not told; say 'parses-cookies:' in %s%n", profile.id(), profile.file());
        }
        long ours = engines.all().stream().filter(e -> !e.isOfTheField()).count();
        out.println(counted(profiles, "profile") + ", " + counted(engines.distinct(), "distinct engine") + ", "
                + engines.there() + " of them here"
                + (ours == 0 ? "" : "; the jar that models play is ours and not counted"));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void print(PrintWriter out, Engine engine) {
        List<String> told = new ArrayList<>(List.of(engine.origin()));
        engine.megabytes().ifPresent(mb -> told.add(String.format(Locale.ROOT, "%.1f MB", mb)));
        told.add(engine.isThere() ? "here" : "not here");
        out.printf("  %-36s %s%n", named(engine), String.join(", ", told));
        out.printf("  %-36s %s%n", "", engine.howToGet());
        out.printf(
                "  %-36s for %s%n",
                "", engine.profiles().stream().map(p -> p.id().value()).collect(Collectors.joining(", ")));
    }

    /** What npm has names its version itself. */
    private static String named(Engine engine) {
        String name = engine.parser().name();
        return engine.version()
                .filter(v -> !name.endsWith(v))
                .map(v -> name + " " + v)
                .orElse(name);
    }
}
