package org.cookieproof.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Reads the {@code signals:} of a target file. */
final class SignalFields {

    private static final List<String> ABSENT = List.of("unreadable", "zero");

    private final Sites sites;
    private final Schemes schemes;
    private final Set<Endpoint> endpoints;
    private final Problems problems;

    /** @param alsoAllowed what may be asked beside the sites */
    SignalFields(Sites sites, Schemes schemes, Collection<Endpoint> alsoAllowed, Problems problems) {
        this.sites = sites;
        this.schemes = schemes;
        this.endpoints = Stream.concat(
                        sites.hosts().entrySet().stream()
                                .flatMap(site -> schemes.of(site.getKey()).stream()
                                        .map(scheme -> new Endpoint(scheme, site.getValue()))),
                        alsoAllowed.stream())
                .collect(Collectors.toSet());
        this.problems = problems;
    }

    List<Signal> of(Fields target) {
        List<Signal> signals = new ArrayList<>();
        target.mapping("signals")
                .ifPresent(m -> m.entries()
                        .forEach(e -> Fields.mapping("a signal", e.value(), problems)
                                .flatMap(v -> signal(e.key().text(), new Fields(v, "a signal", problems)))
                                .ifPresent(signals::add)));
        return signals;
    }

    private Optional<Signal> signal(String name, Fields fields) {
        if (fields.node("metrics").isPresent() == fields.node("command").isPresent()) {
            problems.add(fields.at(), "a signal is read from 'metrics:' or from a 'command:', one of the two");
        }
        if (fields.node("counts").isEmpty()) {
            fields.text("counts"); // tells that it is missing
        }
        Optional<Pattern> counts = fields.pattern("counts");
        Optional<Signal.Source> source =
                page(fields).map(p -> (Signal.Source) p).or(() -> command(fields));
        boolean absent = fields.oneOf(
                        "absent", "word for what is absent", w -> Optional.of(w).filter(ABSENT::contains), ABSENT)
                .map("zero"::equals)
                .orElse(false);
        fields.end();
        return source.flatMap(s -> counts.map(c -> new Signal(name, s, c, absent)));
    }

    private Optional<Signal.Page> page(Fields fields) {
        Role at = fields.oneOf(
                        "at",
                        "role",
                        Role::named,
                        Stream.of(Role.values()).map(Role::wireName).toList())
                .orElse(Role.FIRST);
        Optional<String> text = fields.optionalText("metrics");
        return text.flatMap(t -> t.startsWith("/") ? ofSite(fields, at, t) : elsewhere(fields, t));
    }

    private Optional<Signal.Page> ofSite(Fields fields, Role at, String target) {
        Optional<String> host = sites.host(at);
        if (host.isEmpty()) {
            problems.add(fields.at("at"), "the target has no site '" + at + "' to read " + target + " from");
        }
        Scheme scheme = schemes.of(at).contains(Scheme.HTTPS) ? Scheme.HTTPS : Scheme.HTTP;
        return host.map(h -> new Signal.Page(Url.of(scheme, h, target)));
    }

    /**
     * What is asked of the target goes through the tap, to the address, and with the care, that its file names; that knows a
     * host by its scheme alone. Of anybody else nothing is asked, however good the reason.
     */
    private Optional<Signal.Page> elsewhere(Fields fields, String text) {
        try {
            Url url = Url.parse(text);
            whyNot(url).ifPresent(why -> problems.add(fields.at("metrics"), why));
            return Optional.of(new Signal.Page(url));
        } catch (IllegalArgumentException e) {
            problems.add(
                    fields.at("metrics"), "'" + text + "' is neither a path, as /metrics, nor an http or https URL");
            return Optional.empty();
        }
    }

    private Optional<String> whyNot(Url url) {
        boolean usualPort = url.port() == url.scheme().defaultPort();
        if (usualPort && endpoints.contains(new Endpoint(url.scheme(), url.host()))) {
            return Optional.empty();
        }
        if (Loopback.isHost(url.host())) {
            return url.isSecure()
                    ? Optional.of("metrics of this machine are read over http: no authority vouches for " + url.host())
                    : Optional.empty();
        }
        Set<String> hosts = endpoints.stream().map(Endpoint::host).collect(Collectors.toSet());
        if (!hosts.contains(url.host())) {
            return Optional.of(Words.unknown("host of the target", url.host(), hosts)
                    + "; metrics are read from its sites, from this machine, and from what is 'also-allowed:'");
        }
        return Optional.of(
                usualPort
                        ? "the target's " + url.host() + " serves no " + url.scheme() + " here; name " + url.host()
                                + ":" + url.scheme() + " in 'also-allowed:', or another scheme"
                        : "a host of the target is asked at the port of its scheme, not at " + url.port()
                                + "; give the page a host name of its own in 'also-allowed:', and where that listens in"
                                + " 'addresses:', as NAME:" + url.scheme() + ": ADDRESS:" + url.port());
    }

    private Optional<Signal.Command> command(Fields fields) {
        Optional<YamlNode> node = fields.node("command");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = fields.texts("command");
        if (!(node.get() instanceof YamlNode.Sequence) || words.isEmpty()) {
            problems.add(
                    fields.at("command"),
                    "'command:' is a list of words, as [journalctl, -u, php-fpm]: no shell takes it apart");
            return Optional.empty();
        }
        return Optional.of(new Signal.Command(words));
    }
}
