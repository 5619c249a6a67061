package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.ServerException;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunManifest.AboutScenario;

/** A {@link RunManifest} as JSON. */
final class RunManifestJson {

    private RunManifestJson() {}

    static ObjectNode write(RunManifest manifest) {
        ObjectNode node = Json.object();
        Json.putRun(node, manifest.run());
        node.put("startedAt", manifest.startedAt().toString());
        node.put("plan", manifest.plan());
        var planned = node.putArray("planned");
        manifest.planned().forEach(cell -> Json.putCell(planned.addObject(), cell));
        ObjectNode scenarios = node.putObject("scenarios");
        manifest.scenarios().forEach((id, about) -> {
            ObjectNode scenario = scenarios.putObject(id.value());
            scenario.put("title", about.title());
            about.sources().forEach(scenario.putArray("sources")::add);
            about.tags().forEach(scenario.putArray("tags")::add);
        });
        ObjectNode profiles = node.putObject("profiles");
        manifest.profiles()
                .forEach((id, about) -> profiles.putObject(id.value())
                        .put("title", about.title())
                        .put("kind", about.kind()));
        var exceptions = node.putArray("exceptions");
        manifest.exceptions().forEach(e -> exceptions.add(exception(e)));
        manifest.origin().ifPresent(o -> putOrigin(node.putObject("origin"), o));
        return node;
    }

    private static void putOrigin(ObjectNode node, RunManifest.Origin origin) {
        node.put("plan", origin.plan());
        node.put("target", origin.target().orElse(null));
        node.put("scenarios", origin.scenarios().orElse(null));
        node.put("inject", origin.inject().orElse(null));
        node.put("seed", origin.seed());
    }

    private static Optional<RunManifest.Origin> readOrigin(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new RunManifest.Origin(
                Json.text(node, "plan"),
                Json.optionalText(node, "target"),
                Json.optionalText(node, "scenarios"),
                Json.optionalText(node, "inject"),
                Json.number(node, "seed")));
    }

    private static ObjectNode exception(ServerException exception) {
        ObjectNode node = Json.object();
        node.put("check", exception.check());
        var roles = node.putArray("roles");
        exception.roles().stream().sorted().forEach(role -> roles.add(role.wireName()));
        node.put("path", exception.path().pattern());
        node.put("cookie", exception.cookie().pattern());
        node.put("reason", exception.reason());
        node.put("source", exception.source());
        return node;
    }

    static RunManifest read(JsonNode node) {
        Map<ScenarioId, AboutScenario> scenarios = new LinkedHashMap<>();
        node.path("scenarios")
                .properties()
                .forEach(e -> scenarios.put(
                        new ScenarioId(e.getKey()),
                        new AboutScenario(
                                Json.text(e.getValue(), "title"),
                                texts(e.getValue(), "sources"),
                                Set.copyOf(texts(e.getValue(), "tags")))));
        Map<ProfileId, AboutProfile> profiles = new LinkedHashMap<>();
        node.path("profiles")
                .properties()
                .forEach(e -> profiles.put(
                        new ProfileId(e.getKey()),
                        new AboutProfile(Json.text(e.getValue(), "title"), Json.text(e.getValue(), "kind"))));
        return new RunManifest(
                Json.run(node),
                Json.instant(node, "startedAt"),
                Json.text(node, "plan"),
                Json.elements(node, "planned").map(Json::cell).toList(),
                scenarios,
                profiles,
                Json.elements(node, "exceptions")
                        .map(RunManifestJson::readException)
                        .toList(),
                readOrigin(node.path("origin")));
    }

    private static List<String> texts(JsonNode node, String member) {
        return Json.elements(node, member).map(JsonNode::asText).toList();
    }

    private static ServerException readException(JsonNode node) {
        Set<Role> roles = texts(node, "roles").stream()
                .map(name -> Role.named(name).orElseThrow(() -> new IllegalArgumentException("no role '" + name + "'")))
                .collect(Collectors.toUnmodifiableSet());
        return new ServerException(
                Json.text(node, "check"),
                roles,
                Pattern.compile(Json.text(node, "path")),
                Pattern.compile(Json.text(node, "cookie")),
                Json.text(node, "reason"),
                Json.text(node, "source"));
    }
}
