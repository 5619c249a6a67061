package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Reads what a target file says of how the target is reached. */
final class DeploymentFields {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::wireName).toList();
    private static final List<String> SCHEMES = List.of("http", "https");

    /** What we do not start must be found, trusted and signed in to; of what we start we know all that. */
    private static final List<String> OF_ITS_PROVIDER = List.of("addresses", "trust", "also-allowed", "accounts");

    private static final Pattern ENVIRONMENT_VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Fields fields;
    private final Path file;
    private final Problems problems;

    DeploymentFields(Fields fields, Path file, Problems problems) {
        this.fields = fields;
        this.file = file;
        this.problems = problems;
    }

    Schemes schemes() {
        Optional<YamlNode> given = fields.node("schemes");
        if (given.isEmpty()) {
            return Schemes.BOTH;
        }
        if (!(given.get() instanceof YamlNode.Mapping mapping)) {
            return new Schemes(schemes(fields, "schemes"), Map.of());
        }
        Fields roles = new Fields(mapping, "'schemes'", problems);
        Map<Role, Set<Scheme>> at = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (roles.node(role.wireName()).isPresent()) {
                at.put(role, schemes(roles, role.wireName()));
            }
        }
        roles.end();
        return new Schemes(Schemes.BOTH.everywhere(), at);
    }

    private Set<Scheme> schemes(Fields of, String key) {
        Set<Scheme> schemes = of.setOf(key, "scheme", Scheme::named, SCHEMES);
        if (of.list(key).isEmpty()) {
            problems.add(of.at(key), "'" + key + ":' needs http, https or both");
        }
        return schemes;
    }

    Deployment deployment(String provider, Sites sites, Schemes schemes) {
        if (!provider.equals(Deployment.PROVIDER)) {
            OF_ITS_PROVIDER.stream()
                    .filter(key -> fields.node(key).isPresent())
                    .forEach(key -> problems.add(
                            fields.at(key),
                            "'" + key + ":' is for provider '" + Deployment.PROVIDER + "'; what '" + provider
                                    + "' starts it knows itself"));
        }
        Hosts hosts = new Hosts(sites, schemes, problems);
        Set<Endpoint> allowed = new HashSet<>();
        fields.scalars("also-allowed").forEach(s -> allowed.addAll(hosts.any(s.at(), s.text())));
        hosts.allow(allowed);
        return new Deployment(
                addresses(hosts),
                fields.scalars("trust").stream().map(this::authority).toList(),
                requestHeaders(hosts, sites),
                allowed,
                accounts(),
                atOnce(),
                rateLimit(),
                false,
                false);
    }

    private Map<Endpoint, InetSocketAddress> addresses(Hosts hosts) {
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
        fields.mapping("addresses").ifPresent(m -> {
            Fields entries = new Fields(m, "'addresses'", problems);
            for (YamlNode.Entry entry : m.entries()) {
                String host = entry.key().text();
                addresses.putAll(hosts.addresses(entry.value().at(), host, entries.text(host)));
            }
        });
        return addresses;
    }

    private Path authority(YamlNode.Scalar name) {
        Path pem = inHome(name.text()).orElse(file.resolveSibling(name.text()));
        // What an example names is for whoever copies it to put there.
        if (!TargetDefinition.isExample(file)) {
            Authorities.whyNot(pem).ifPresent(why -> problems.add(name.at(), why));
        }
        return pem;
    }

    private static Optional<Path> inHome(String name) {
        return name.startsWith("~/")
                ? Optional.of(Path.of(System.getProperty("user.home")).resolve(name.substring(2)))
                : Optional.empty();
    }

    private List<RequestHeader> requestHeaders(Hosts hosts, Sites sites) {
        List<RequestHeader> headers = new ArrayList<>();
        for (YamlNode node : fields.list("request-headers")) {
            Fields.mapping("a request header", node, problems).ifPresent(m -> {
                Fields header = new Fields(m, "a request header", problems);
                headers.add(requestHeader(header, hosts, sites));
                header.end();
            });
        }
        return headers;
    }

    private RequestHeader requestHeader(Fields header, Hosts hosts, Sites sites) {
        ValueSource value = headerValue(header);
        Set<String> at = hosts(header, hosts, sites);
        Set<Scheme> schemes =
                header.node("schemes").isPresent() ? schemes(header, "schemes") : RequestHeader.schemesOf(value);
        Set<String> never = hosts.without(schemes, at);
        if (!never.isEmpty() && !schemes.isEmpty()) {
            problems.add(
                    header.node("schemes").isPresent() ? header.at("schemes") : header.at(),
                    "it is sent over " + RequestHeader.told(schemes) + " only, which " + String.join(", ", never)
                            + (never.size() == 1 ? " does" : " do") + " not serve; "
                            + (value.isSecret()
                                    ? "say 'schemes: [http]' where others may read a secret on the way"
                                    : "name a scheme that is served"));
        }
        return new RequestHeader(headerName(header), value, at, schemes, answeredBy(header));
    }

    private String headerName(Fields header) {
        String name = header.text("name");
        RequestHeader.whyNot(name)
                .filter(why -> !name.isEmpty())
                .ifPresent(why -> problems.add(header.at("name"), why));
        return name;
    }

    private ValueSource headerValue(Fields header) {
        ValueSource value = source(header, "value");
        if (value instanceof ValueSource.Written written && header.node("value").isPresent()) {
            RequestHeader.whyNotValue(written.text()).ifPresent(why -> problems.add(header.at("value"), why));
        }
        return value;
    }

    private Set<String> hosts(Fields header, Hosts hosts, Sites sites) {
        Set<String> names = new HashSet<>();
        for (Role role : header.setOf("at", "role", Role::named, ROLES)) {
            sites.host(role)
                    .ifPresentOrElse(
                            names::add,
                            () -> problems.add(header.at("at"), "this target has no site in the role '" + role + "'"));
        }
        header.scalars("hosts").forEach(s -> hosts.own(s.at(), s.text()).ifPresent(names::add));
        if (header.list("at").isEmpty() && header.list("hosts").isEmpty()) {
            problems.add(header.at(), "a request header needs 'at:' (roles) or 'hosts:'; no other host gets it");
        }
        return names;
    }

    private Optional<RequestHeader.AnsweredBy> answeredBy(Fields header) {
        return header.fields("answered-by", "'answered-by'").map(f -> {
            String name = f.text("header");
            f.text("matches");
            Pattern matches = f.pattern("matches").orElse(Pattern.compile(""));
            f.end();
            return new RequestHeader.AnsweredBy(name, matches);
        });
    }

    private List<AccountSource> accounts() {
        List<AccountSource> accounts = new ArrayList<>();
        for (YamlNode node : fields.list("accounts")) {
            Fields.mapping("an account", node, problems).ifPresent(m -> {
                m.get("password")
                        .ifPresent(p -> problems.add(
                                p.at(),
                                "no password stands in a target file: 'password-from:' names an environment variable,"
                                        + " 'file:' a file outside the repository"));
                Fields account = new Fields(m, "an account", problems);
                accounts.add(account.node("file").isPresent() ? listed(account) : single(account));
                account.end();
            });
        }
        return accounts;
    }

    private AccountSource listed(Fields account) {
        String name = account.text("file");
        return new AccountSource.Listed(inHome(name).orElse(file.resolveSibling(name)));
    }

    private AccountSource single(Fields account) {
        ValueSource name = source(account, "name");
        String variable = account.text("password-from");
        checkVariable(account, "password-from", variable);
        return new AccountSource.Single(name, new ValueSource.Environment(variable));
    }

    /** A value as {@code key:}, or the environment variable that has it as {@code key-from:}. */
    private ValueSource source(Fields of, String key) {
        Optional<String> variable = of.optionalText(key + "-from");
        if (variable.isEmpty()) {
            return new ValueSource.Written(of.text(key));
        }
        Position at = of.at(key + "-from");
        of.node(key).ifPresent(n -> problems.add(at, "'" + key + ":' and '" + key + "-from:' exclude each other"));
        checkVariable(of, key + "-from", variable.get());
        return new ValueSource.Environment(variable.get());
    }

    private void checkVariable(Fields of, String key, String variable) {
        if (!variable.isEmpty() && !ENVIRONMENT_VARIABLE.matcher(variable).matches()) {
            problems.add(of.at(key), "'" + key + ":' is the name of an environment variable, not '" + variable + "'");
        }
    }

    private OptionalInt atOnce() {
        if (fields.node("at-once").isEmpty()) {
            return OptionalInt.empty();
        }
        int cells = fields.number("at-once", 1);
        if (cells == 0) {
            problems.add(fields.at("at-once"), "'at-once:' is at least 1: so many cells run at the same time");
        }
        return OptionalInt.of(Math.max(1, cells));
    }

    private OptionalDouble rateLimit() {
        List<YamlNode.Scalar> given = fields.scalars("rate-limit");
        if (given.isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = given.get(0).text();
        boolean usable = text.matches("\\d{1,6}(\\.\\d{1,6})?") && Double.parseDouble(text) > 0;
        if (!usable) {
            problems.add(given.get(0).at(), "'rate-limit:' is requests per second, as 5 or 0.5, not '" + text + "'");
        }
        return usable ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
