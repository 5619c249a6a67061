package org.cookieproof.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.evidence.Sites;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Reads a target file and the flow file that it names. */
public final class TargetFile {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::wireName).toList();
    private static final List<String> CATEGORIES =
            Arrays.stream(CookieCategory.values()).map(CookieCategory::wireName).toList();
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Path file;
    private final Known known;
    private final Problems problems;

    /**
     * What a target file can name.
     *
     * @param providers ids of {@link TargetProvider}s
     * @param checks    ids of the invariants that it can except
     */
    public record Known(Set<String> providers, Set<String> checks) {
        public Known {
            providers = Set.copyOf(providers);
            checks = Set.copyOf(checks);
        }
    }

    private TargetFile(Path file, Known known, Problems problems) {
        this.file = file;
        this.known = known;
        this.problems = problems;
    }

    /** The target; empty when a file cannot be used, and then {@code problems} says why. */
    public static Optional<TargetDefinition> read(Path file, Known known, Problems problems) {
        return YamlFile.read(file, problems).flatMap(m -> new TargetFile(file, known, problems).target(m));
    }

    private Optional<TargetDefinition> target(YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, "a target", problems);
        String title = fields.text("target");
        String provider = fields.text("provider", "provider", known.providers());
        Optional<Flows> flows = flows(fields);
        Map<String, String> traits = fields.textMap("traits");
        Map<String, TargetDefinition.Variant> variants = variants(fields, traits);
        Sites sites = sites(fields);
        CookieDictionary dictionary = dictionary(fields);
        List<ServerException> exceptions = exceptions(fields);
        Set<String> needs = Set.copyOf(fields.texts("needs"));
        DeploymentFields access = new DeploymentFields(fields, file, problems);
        Schemes schemes = access.schemes();
        Deployment deployment = access.deployment(provider, sites, schemes);
        List<Signal> signals = new SignalFields(sites, schemes, deployment.alsoAllowed(), problems).of(fields);
        fields.end();
        return flows.map(f -> new TargetDefinition(
                file.getFileName().toString().replaceFirst("\\.yaml$", ""),
                title,
                provider,
                sites,
                variants,
                dictionary,
                f,
                exceptions,
                needs,
                file,
                schemes,
                deployment,
                signals));
    }

    private Optional<Flows> flows(Fields fields) {
        String name = fields.text("flows");
        Path flowFile = file.resolveSibling(name);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(flowFile)) {
            problems.add(
                    fields.at("flows"), "no flow file " + flowFile + "; 'flows:' is a path beside the target file");
            return Optional.empty();
        }
        return FlowFile.read(flowFile, problems);
    }

    private Sites sites(Fields fields) {
        EnumMap<Role, String> hosts = new EnumMap<>(Role.class);
        fields.mapping("sites").ifPresent(m -> {
            Fields sites = new Fields(m, "sites", problems);
            for (YamlNode.Entry entry : m.entries()) {
                Role.named(entry.key().text())
                        .ifPresentOrElse(
                                role -> hosts.put(role, sites.text(role.wireName())),
                                () -> problems.add(
                                        entry.key().at(),
                                        Words.unknown("role", entry.key().text(), ROLES)));
            }
        });
        if (fields.mapping("sites").map(m -> m.entries().isEmpty()).orElse(true)) {
            problems.add(fields.at("sites"), "a target needs 'sites:' with at least the role 'first'");
        }
        return new Sites(hosts);
    }

    private Map<String, TargetDefinition.Variant> variants(Fields fields, Map<String, String> traits) {
        Map<String, TargetDefinition.Variant> variants = new LinkedHashMap<>();
        variants.put("default", new TargetDefinition.Variant("default", fields.textMap("settings"), traits));
        fields.mapping("variants")
                .ifPresent(m -> m.entries()
                        .forEach(e -> Fields.mapping("a variant", e.value(), problems)
                                .ifPresent(v -> {
                                    Fields variant = new Fields(v, "a variant", problems);
                                    Map<String, String> own = new LinkedHashMap<>(traits);
                                    own.putAll(variant.textMap("traits"));
                                    variants.put(
                                            e.key().text(),
                                            new TargetDefinition.Variant(
                                                    e.key().text(), variant.textMap("settings"), own));
                                    variant.end();
                                })));
        return variants;
    }

    private CookieDictionary dictionary(Fields fields) {
        List<CookieDictionary.Entry> entries = new ArrayList<>();
        for (YamlNode node : fields.list("cookies")) {
            Fields.mapping("a cookie", node, problems).ifPresent(m -> {
                Fields cookie = new Fields(m, "a cookie", problems);
                Set<CookieCategory> categories =
                        cookie.setOf("is", "kind of cookie", CookieCategory::named, CATEGORIES);
                cookie.text("name");
                if (cookie.list("is").isEmpty()) {
                    problems.add(
                            cookie.at("is"),
                            "a cookie needs 'is:', what it is for (" + String.join(", ", CATEGORIES) + ")");
                }
                cookie.pattern("name").ifPresent(p -> entries.add(new CookieDictionary.Entry(p, categories)));
                cookie.end();
            });
        }
        return new CookieDictionary(entries, Set.copyOf(fields.texts("one-time-parameters")));
    }

    private List<ServerException> exceptions(Fields fields) {
        List<ServerException> exceptions = new ArrayList<>();
        for (YamlNode node : fields.list("exceptions")) {
            Fields.mapping("an exception", node, problems).ifPresent(m -> {
                Fields exception = new Fields(m, "an exception", problems);
                exceptions.add(new ServerException(
                        exception.text("check", "check", known.checks()),
                        exception.setOf("at", "role", Role::named, ROLES),
                        exception.pattern("path").orElse(ANY),
                        exception.pattern("cookie").orElse(ANY),
                        exception.text("reason"),
                        exception.text("source")));
                exception.end();
            });
        }
        return exceptions;
    }
}
