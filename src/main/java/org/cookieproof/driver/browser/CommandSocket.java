package org.cookieproof.driver.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.cookieproof.driver.UserAgentBrokenException;
import org.jspecify.annotations.Nullable;

/**
 * Commands to a browser and its answers over one WebSocket, in JSON with an id, as BiDi and the DevTools protocol have
 * it. Events are handed on as they come, on another thread.
 */
public final class CommandSocket implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NORMAL_CLOSURE = 1000; // RFC 6455 §7.4.1

    private final OkHttpClient client;
    private final Refusals refusals;
    private final WebSocket socket;
    private final Duration patience;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private volatile @Nullable String ended;

    /** How a protocol says in its answer that a command was refused, and why. */
    public interface Refusals {
        Optional<String> in(JsonNode answer);
    }

    /**
     * @param events   gets each event: its {@code method} and {@code params}
     * @param patience how long one answer may take
     */
    public CommandSocket(String url, Refusals refusals, Consumer<JsonNode> events, Duration patience) {
        this.refusals = refusals;
        this.patience = patience;
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .readTimeout(Duration.ZERO)
                .build();
        this.socket = client.newWebSocket(new Request.Builder().url(url).build(), new Listener(events));
    }

    /**
     * @throws ControlException         when the browser refuses the command
     * @throws UserAgentBrokenException when it has died or does not answer
     */
    public JsonNode send(String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        try {
            if (ended != null || !socket.send(json(Map.of("id", id, "method", method, "params", parameters)))) {
                throw new UserAgentBrokenException("the browser has died: " + ended);
            }
            return result(method, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new UserAgentBrokenException("the browser has not answered " + method + " within " + patience, e);
        } catch (ExecutionException e) {
            throw new UserAgentBrokenException("the browser has died", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted during " + method, e);
        } finally {
            pending.remove(id);
        }
    }

    private JsonNode result(String method, JsonNode answer) {
        refusals.in(answer).ifPresent(why -> {
            throw new ControlException(method + ": " + why);
        });
        return answer.path("result");
    }

    /** Sends a command whose answer nobody waits for: from the thread that brings the events, which must not wait. */
    public void tell(String method, Map<String, ?> parameters) {
        socket.send(json(Map.of("id", lastId.incrementAndGet(), "method", method, "params", parameters)));
    }

    /** Nothing more will come; whoever waits is told so. */
    public void giveUp(String why) {
        end(why, new IllegalStateException(why));
    }

    public static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be said in JSON: " + value, e);
        }
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ControlException("not JSON: " + json, e);
        }
    }

    @Override
    public void close() {
        socket.close(NORMAL_CLOSURE, null);
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private void end(String why, Throwable cause) {
        ended = why;
        pending.values().forEach(answer -> answer.completeExceptionally(cause));
    }

    private final class Listener extends WebSocketListener {

        private final Consumer<JsonNode> events;

        Listener(Consumer<JsonNode> events) {
            this.events = events;
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonNode message = parse(text);
            JsonNode id = message.path("id");
            if (!id.isInt()) {
                events.accept(message);
                return;
            }
            CompletableFuture<JsonNode> answer = pending.get(id.asInt());
            if (answer != null) {
                answer.complete(message);
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(NORMAL_CLOSURE, null);
            end("it closed the connection", new IllegalStateException("the connection was closed"));
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
            end(String.valueOf(t.getMessage()), t);
        }
    }
}
