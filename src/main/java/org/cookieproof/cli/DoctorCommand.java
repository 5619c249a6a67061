package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cookieproof.passport.Passports;
import org.cookieproof.profile.CookieParser;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.AllureProgram;
import org.cookieproof.provision.Engines;
import org.cookieproof.provision.Fetchable;
import org.cookieproof.provision.Installed;
import org.cookieproof.provision.Jars;
import org.cookieproof.provision.SearchPath;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.target.TargetDefinition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof doctor}. */
@Command(
        name = "doctor",
        description =
                "Tells which profiles and targets can run here, what is missing, and how to get it; or examines one"
                        + " target.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 nothing is wrong, and no difference; 2 usage; 3 something is wrong or missing, of",
            "either target; 16 two targets differ, and nothing else is wrong with them; 130 interrupted.",
            "",
            "Examples:",
            "  ./cookieproof doctor --target mediawiki",
            "  ./cookieproof doctor --target farm --against farm:secure-login"
        })
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description =
                    "Examines this target: can it be reached, are its certificates and its clock right, can somebody"
                            + " sign in and out there, and which scenarios can it not show.")
    private @Nullable String target;

    @Option(names = "--variant", paramLabel = "VARIANT", description = "A variant of the target.")
    private @Nullable String variant;

    @Option(
            names = "--against",
            paramLabel = "TARGET[:VARIANT]",
            description = "Tells how the target differs from this one: TLS, redirects, cookies, cache headers.")
    private @Nullable String against;

    @Mixin
    private ReachOptions reach = new ReachOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (target != null) {
            return new TargetDoctor(Terminal.of(Objects.requireNonNull(spec)), reach)
                    .examine(target, Optional.ofNullable(variant), Optional.ofNullable(against));
        }
        if (variant != null || against != null) {
            throw new UsageException("--variant and --against say more of a --target; name one");
        }
        return onThisMachine();
    }

    private int onThisMachine() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Catalog catalog = Catalog.load();
        Planner planner = new Planner(Project.here(), catalog);
        List<Profile> profiles = planner.readProfiles();
        List<TargetDefinition> targets = planner.readTargets();
        planner.problems().throwIfAny();
        Installed installed = Installed.onThisMachine();
        out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", " + Runtime.getRuntime().availableProcessors()
                + " processors");
        out.println("Profiles");
        TreeSet<String> missing = new TreeSet<>();
        Passports passports = Passports.of(Project.here());
        for (Profile profile : profiles) {
            String model = profile.kind() == Profile.Kind.MODEL ? " (a model)" : "";
            print(out, profile.id() + model, profile.needs(), installed, missing);
            fetched(catalog, profile).ifPresent(fetched -> out.printf("  %-36s %s%n", "", fetched));
            passports
                    .driftInstalled(profile, versions(profile, installed))
                    .ifPresent(drift -> out.printf("  %-36s %s%n", "", drift));
        }
        Engines engines = Engines.of(profiles, installed, Jars.ofClassPath(), p -> fetched(catalog, p));
        EnginesPrinter.print(out, engines, profiles.size());
        out.println("Targets");
        for (TargetDefinition target : targets) {
            print(out, target.name(), target.needs(), installed, missing);
        }
        out.println("Reports");
        out.printf(
                "  %-36s %s%n",
                "allure-report",
                AllureProgram.find(System.getenv(), SearchPath.ofEnvironment())
                        .map(Object::toString)
                        .orElse("not made: " + AllureProgram.HINT));
        if (missing.isEmpty()) {
            out.println("Everything can run here.");
            return ExitCode.OK.code();
        }
        out.println("To get what is missing:");
        out.println("  " + Installed.installCommand(missing));
        return ExitCode.COULD_NOT_RUN.code();
    }

    private static Optional<Fetchable> fetched(Catalog catalog, Profile profile) {
        return Optional.ofNullable(catalog.drivers().get(profile.driver())).flatMap(driver -> driver.fetches(profile));
    }

    /** Of what the profile runs on and this program does not bring along; none where part of it is missing. */
    private static List<String> versions(Profile profile, Installed installed) {
        Optional<CookieParser> parser = profile.cookieParser();
        if (parser.filter(p -> p.origin() == CookieParser.Origin.JAVA).isPresent()) {
            return List.of(Runtime.version().toString());
        }
        if (parser.filter(p -> p.origin() == CookieParser.Origin.DEBIAN).isEmpty()) {
            return List.of();
        }
        TreeSet<String> packages = new TreeSet<>(profile.needs());
        packages.add(parser.get().of());
        return installed.missing(packages).isEmpty()
                ? packages.stream().flatMap(p -> installed.version(p).stream()).toList()
                : List.of();
    }

    private static void print(
            PrintWriter out, String name, Collection<String> needs, Installed installed, Collection<String> missing) {
        List<String> lacks = installed.missing(needs);
        missing.addAll(lacks);
        String versions = String.join(
                ", ",
                needs.stream()
                        .sorted()
                        .flatMap(n -> installed.version(n).map(v -> n + " " + v).stream())
                        .toList());
        out.printf(
                "  %-36s %s%n",
                name, lacks.isEmpty() ? (versions.isEmpty() ? "ready" : versions) : "missing: " + lacks);
    }
}
