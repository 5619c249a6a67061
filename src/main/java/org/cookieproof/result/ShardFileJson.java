package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;

/** A {@link ShardFile} as JSON. */
final class ShardFileJson {

    private ShardFileJson() {}

    static ObjectNode write(ShardFile file) {
        ObjectNode node = Json.object();
        var played = node.putArray("played");
        file.played().forEach(p -> put(played.addObject(), p));
        var known = node.putArray("known");
        file.known().forEach(k -> put(known.addObject(), k));
        ShardedPlan plan = file.plan();
        node.put("shards", plan.count());
        ObjectNode madeFrom = node.putObject("madeFrom");
        plan.madeFrom().forEach(madeFrom::put);
        var required = node.putArray("required");
        plan.required().forEach(r -> put(required.addObject(), r));
        node.put("stage", plan.stage().orElse(null));
        node.put("failOnFlaky", plan.failOnFlaky());
        node.put("sharedTarget", plan.sharedTarget());
        plan.shardOf().forEach(node.putArray("shardOf")::add);
        node.set("whole", RunManifestJson.write(plan.whole()));
        return node;
    }

    private static void put(ObjectNode node, PlayedShard played) {
        node.put("shard", played.index()).put("run", played.run());
        node.put("startedAt", played.startedAt().toString());
        node.put("endedAt", played.endedAt().map(Object::toString).orElse(null));
        node.put("interrupted", played.interrupted()).put("untold", played.untold());
        played.signals().put(node);
    }

    private static void put(ObjectNode node, KnownTold told) {
        node.put("expired", told.expired()).put("happened", told.happened()).put("absent", told.absent());
        told.entry().put(node);
    }

    private static void put(ObjectNode node, Requirement required) {
        node.put("scenario", required.scenario().value());
        var profiles = node.putArray("profiles");
        required.profiles().stream().map(ProfileId::value).sorted().forEach(profiles::add);
        node.put("scheme", required.scheme().map(Scheme::wireName).orElse(null));
        node.put("toPass", required.toPass());
    }

    static ShardFile read(JsonNode node) {
        ShardedPlan plan = new ShardedPlan(
                RunManifestJson.read(node.path("whole")),
                Json.elements(node, "shardOf").map(JsonNode::asInt).toList(),
                (int) Json.number(node, "shards"),
                Json.textMap(node, "madeFrom"),
                Json.elements(node, "required").map(ShardFileJson::requirement).collect(Collectors.toSet()),
                Json.optionalText(node, "stage"),
                node.path("failOnFlaky").asBoolean(),
                node.path("sharedTarget").asBoolean());
        return new ShardFile(
                plan,
                Json.elements(node, "played").map(p -> played(plan, p)).toList(),
                Json.elements(node, "known").map(ShardFileJson::told).toList());
    }

    private static PlayedShard played(ShardedPlan plan, JsonNode node) {
        return new PlayedShard(
                plan.shard((int) Json.number(node, "shard")).index(),
                Json.text(node, "run"),
                Json.instant(node, "startedAt"),
                node.path("endedAt").isTextual() ? Optional.of(Json.instant(node, "endedAt")) : Optional.empty(),
                node.path("interrupted").asBoolean(),
                (int) Json.number(node, "untold"),
                SignalMoves.read(node));
    }

    private static KnownTold told(JsonNode node) {
        return new KnownTold(
                KnownBites.Entry.read(node),
                node.path("expired").asBoolean(),
                node.path("happened").asBoolean(),
                node.path("absent").asBoolean());
    }

    private static Requirement requirement(JsonNode node) {
        return new Requirement(
                new ScenarioId(Json.text(node, "scenario")),
                Json.elements(node, "profiles")
                        .map(JsonNode::asText)
                        .map(ProfileId::new)
                        .collect(Collectors.toSet()),
                Json.optionalText(node, "scheme").flatMap(Scheme::named),
                node.path("toPass").asBoolean());
    }
}
