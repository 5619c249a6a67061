package org.cookieproof.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.Selection;
import org.cookieproof.run.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof farm}. */
@Command(
        name = "farm",
        description = "Starts the embedded service alone, behind a proxy of its own, to click around in.",
        mixinStandardHelpOptions = true)
final class FarmCommand implements Callable<Integer> {

    @Option(names = "--variant", paramLabel = "VARIANT", description = "A variant of the farm, as 'secure-login'.")
    private @Nullable String variant;

    @Option(names = "--inject", paramLabel = "REGRESSION", description = "Injects a catalogued defect.")
    private @Nullable String inject;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Gives the accounts and passwords that a run with this seed in its plan.json had.")
    private @Nullable Long seed;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Selection selection = Selection.ofPlan("local").withTarget("farm");
        selection = variant == null ? selection : selection.withVariant(variant);
        selection = inject == null ? selection : selection.withInject(inject);
        try (Standing farm = Standing.start(
                new Planner(Project.here(), Catalog.load()).plan(selection),
                seed == null ? new SecureRandom().nextLong() : seed)) {
            Runtime.getRuntime().addShutdownHook(new Thread(farm::close, "on-signal"));
            print(Objects.requireNonNull(spec).commandLine().getOut(), farm);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void print(PrintWriter out, Standing farm) {
        String proxy =
                farm.proxy().getAddress().getHostAddress() + ":" + farm.proxy().getPort();
        out.println("The farm is up; a proxy at " + proxy + " leads to it.");
        farm.sites().forEach((role, host) -> out.printf("  %-8s https://%s/  http://%s/%n", role, host, host));
        List<String> some = farm.accounts().stream()
                .limit(3)
                .map(a -> a.name() + " / " + a.password())
                .toList();
        out.println("Sign in as: " + String.join(", ", some));
        out.println("With curl:");
        out.println(
                "  curl --proxy " + proxy + " --cacert " + farm.caPem() + " https://en.wikipedia.test/wiki/Main_Page");
        out.println("With a browser:");
        out.println("  chromium --user-data-dir=" + farm.directory().resolve("chromium") + " --proxy-server=" + proxy
                + " --proxy-bypass-list='<-loopback>' --ignore-certificate-errors-spki-list=" + farm.leafSpkiSha256()
                + " https://en.wikipedia.test/wiki/Main_Page");
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
