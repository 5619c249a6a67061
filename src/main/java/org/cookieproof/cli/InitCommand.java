package org.cookieproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.run.Project;
import org.cookieproof.target.Overrides;
import org.cookieproof.target.deployment.Survey;
import org.cookieproof.target.deployment.Surveyor;
import org.cookieproof.target.deployment.TargetDraft;
import org.cookieproof.yaml.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof init URL}. */
@Command(
        name = "init",
        description = "Drafts a target file for a deployment of your own by looking at a few of its pages: GET requests"
                + " only, without cookies, to the URL's host and those of --resolve.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./cookieproof init https://en.wikipedia.beta.example.org/wiki/Main_Page",
            "  ./cookieproof init en.wikipedia.test --resolve en.wikipedia.test:10.0.0.7 --cacert ca.pem --out ci/targets/beta.yaml"
        })
final class InitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "A page that anybody can read; https where no scheme is given.")
    private String page = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: ci/targets/HOST.yaml).")
    private @Nullable Path out;

    @Option(
            names = "--resolve",
            paramLabel = "HOST:ADDRESS[:PORT]",
            description = "Where a host is, instead of where DNS says; HOST:https:ADDRESS:PORT for one scheme.")
    private List<String> resolve = List.of();

    @Option(names = "--cacert", paramLabel = "FILE", description = "A PEM file of an authority of your own.")
    private @Nullable Path cacert;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Project project = Project.here();
        Url start = start();
        Map<Endpoint, InetSocketAddress> addresses = addresses(start);
        List<Path> trust = cacert == null ? List.of() : List.of(cacert);
        if (cacert != null && !Files.isRegularFile(cacert)) {
            throw new UsageException("--cacert: no file " + cacert);
        }
        Path file = out == null
                ? project.target(start.host().replace('.', '-'))
                : out.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw existing(file); // before anybody is asked anything
        }
        Survey survey = Surveyor.of(Url.of(start.scheme(), start.host(), start.target()), addresses, trust);
        write(file, new TargetDraft(survey, addresses, trust, project.root().resolve("ci/targets/flows")).text(file));
        tell(file, survey);
        return 0;
    }

    private Url start() {
        try {
            Url url = Url.parse(page.matches("(?i)https?://.*") ? page : "https://" + page);
            if (url.host().matches("[0-9A-Za-z._-]+")) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below, as for a host that is none
        }
        throw new UsageException("'" + page + "' is no URL, as https://en.wikipedia.example.org/");
    }

    /** A port in the URL is where its host is; to the service its scheme's own port is shown, as it is in a run. */
    private Map<Endpoint, InetSocketAddress> addresses(Url start) {
        Problems problems = new Problems();
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>(Overrides.addresses(resolve, problems));
        problems.throwIfAny();
        Scheme scheme = start.scheme();
        if (start.port() != scheme.defaultPort()) {
            addresses.putIfAbsent(
                    new Endpoint(scheme, start.host()), InetSocketAddress.createUnresolved(start.host(), start.port()));
        }
        return addresses;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw existing(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static UsageException existing(Path file) {
        return new UsageException(
                Project.shown(file) + " is there already, and is left as it is; name another with --out FILE");
    }

    private void tell(Path file, Survey survey) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var err = spec.commandLine().getErr();
        survey.asked().forEach(url -> err.println(Terminal.told("GET " + url)));
        err.flush();
        out.println(Terminal.told(survey.host() + " looks like "
                + survey.service().says() + (survey.detail().isEmpty() ? "" : " (" + survey.detail() + ")")
                + "; schemes: " + survey.schemes()));
        survey.remarks().forEach(r -> out.println(Terminal.told("  " + r)));
        out.println("Drafted " + Project.shown(file) + ". Fill in what says FILL IN, then: ./cookieproof validate");
        out.flush();
    }
}
