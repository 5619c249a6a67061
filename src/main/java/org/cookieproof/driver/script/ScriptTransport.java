package org.cookieproof.driver.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.OwnLogin;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** One client of the program's; it keeps its cookies in memory, so that a restart empties it. */
final class ScriptTransport implements Transport {

    private final ScriptProcess script;
    private final Surroundings surroundings;
    private final Consumer<ScriptProcess> afterwards;
    private final boolean logsIn;

    /**
     * @param logsIn     whether it answers {@code log-in}
     * @param afterwards takes the program back
     */
    ScriptTransport(
            ScriptProcess script, Surroundings surroundings, boolean logsIn, Consumer<ScriptProcess> afterwards) {
        this.script = script;
        this.surroundings = surroundings;
        this.afterwards = afterwards;
        this.logsIn = logsIn;
        restart();
    }

    private JsonNode ask(String what, Map<String, ?> details) {
        Map<String, @Nullable Object> question = new LinkedHashMap<>(details);
        question.put("ask", what);
        return script.ask(question, surroundings.patience());
    }

    @Override
    public String engine() {
        return ask("engine", Map.of()).path("engine").asText();
    }

    @Override
    public Reply send(Call call) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("method", call.method());
        question.put("url", call.url().toString());
        Call.Content content = call.content();
        if (content != null) {
            question.put("type", content.type());
            question.put(
                    "content", Base64.getEncoder().encodeToString(content.body().bytes()));
        }
        if (call.referer() != null) {
            question.put("referer", call.referer());
        }
        question.put("headers", call.headers());
        JsonNode answer = ask("send", question);
        if (answer.has("failed")) {
            return new Reply.Failed(call.url(), answer.path("failed").asText());
        }
        return new Reply.Got(
                Url.parse(answer.path("url").asText()),
                answer.path("status").asInt(),
                answer.path("type").asText(),
                Body.of(Base64.getDecoder().decode(answer.path("body").asText())));
    }

    @Override
    public boolean logsInByItself() {
        return logsIn;
    }

    @Override
    public OwnLogin logIn(Url api, String name, String password) {
        if (!logsIn) {
            return Transport.super.logIn(api, name, password);
        }
        JsonNode answer = ask("log-in", Map.of("api", api.toString(), "name", name, "password", password));
        return answer.has("failed")
                ? new OwnLogin(false, answer.path("failed").asText())
                : new OwnLogin(true, answer.path("as").asText());
    }

    @Override
    public Jar jar() {
        JsonNode answer = ask("jar", Map.of());
        if (answer.has("opaque")) {
            return new Jar.Opaque(answer.path("opaque").asText());
        }
        List<Jar.Held> held = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> held.add(held(cookie)));
        return new Jar.Known(held, true);
    }

    private static Jar.Held held(JsonNode cookie) {
        JsonNode expires = cookie.path("expires");
        String domain = cookie.path("domain").asText();
        return new Jar.Held(
                cookie.path("name").asText(),
                cookie.path("value").asText(),
                domain.startsWith(".") ? domain.substring(1) : domain,
                told(cookie.path("hostOnly")),
                cookie.path("path").asText(),
                expires.isNumber() ? Instant.ofEpochSecond(expires.asLong()) : null,
                told(cookie.path("secure")),
                told(cookie.path("httpOnly")),
                null);
    }

    private static @Nullable Boolean told(JsonNode flag) {
        return flag.isBoolean() ? Boolean.valueOf(flag.asBoolean()) : null;
    }

    /** A new session in the same interpreter: no cookie, no connection, the surroundings of this cell. */
    @Override
    public void restart() {
        InetSocketAddress proxy = surroundings.proxy();
        ask(
                "open",
                Map.of(
                        "proxy",
                        "http://" + proxy.getAddress().getHostAddress() + ":" + proxy.getPort(),
                        "ca",
                        surroundings.caPem().toAbsolutePath().toString()));
    }

    @Override
    public void close() {
        afterwards.accept(script);
    }
}
