package org.cookieproof.driver.selenium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cookieproof.driver.Grid;
import org.cookieproof.driver.UserAgentBrokenException;

/** Whether a Selenium Grid is there and has what we drive, asked before a run instead of by each of its cells. */
public final class GridProbe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a session is asked for by; a slot of another browserName is never matched, "chromium" neither. */
    private static final String DRIVEN = "chrome";

    private GridProbe() {}

    /**
     * How many Chromiums it can have at once, from 1.
     *
     * @throws UserAgentBrokenException when nobody answers there, or somebody else, or it has no node with a Chromium
     */
    public static int slots(URI hub) {
        JsonNode status = status(hub).path("value");
        if (!status.has("ready")) {
            throw new UserAgentBrokenException(
                    "what answers at " + Grid.shown(hub) + " is no Selenium Grid: its /status does not say"
                            + " whether it is ready. --remote takes the hub's own address, as http://hub.example.org:4444");
        }
        int slots = StreamSupport.stream(status.path("nodes").spliterator(), false)
                .filter(node -> node.path("availability").asText().equals("UP"))
                .mapToInt(GridProbe::slotsOf)
                .sum();
        if (slots == 0) {
            throw new UserAgentBrokenException(
                    "the Selenium Grid at " + Grid.shown(hub) + " has no node that is up and has a slot for "
                            + DRIVEN + " (it has: " + browserNames(status) + "; it says: "
                            + status.path("message").asText("nothing")
                            + "). Start one there, with a stereotype whose browserName is " + DRIVEN);
        }
        return slots;
    }

    private static int slotsOf(JsonNode node) {
        long all = StreamSupport.stream(node.path("slots").spliterator(), false)
                .filter(slot -> browserName(slot).equals(DRIVEN))
                .count();
        return Math.toIntExact(Math.min(all, node.path("maxSessions").asLong(all)));
    }

    private static String browserName(JsonNode slot) {
        return slot.path("stereotype").path("browserName").asText();
    }

    private static String browserNames(JsonNode status) {
        String names = status.findValuesAsText("browserName").stream()
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static JsonNode status(URI hub) {
        URI status = URI.create(hub.toString().replaceFirst("/+$", "") + "/status");
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(status).timeout(PATIENCE);
        if (hub.getUserInfo() != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(hub.getUserInfo().getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new UserAgentBrokenException(
                        "the Selenium Grid at " + Grid.shown(hub) + " lets nobody in without its user and password"
                                + " (status " + answer.statusCode()
                                + "). Say them in the URL: --remote http://USER:PASSWORD@HOST:4444");
            }
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return JSON.missingNode(); // somebody answers, and not with a status
        } catch (IOException e) {
            throw new UserAgentBrokenException(
                    "no Selenium Grid answers at " + Grid.shown(hub) + " (" + why(e)
                            + "). Start its hub, or leave out --remote",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while asking " + Grid.shown(hub), e);
        }
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
