package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.cookieproof.http.Body;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.cookieproof.tap.TapLease;
import org.cookieproof.target.Loopback;

/**
 * Reads a page of metrics: one of the target's own hosts through the tap, as everything there; one of this machine directly.
 * Nobody else is asked. No redirect is followed, since it may lead anywhere.
 */
record MetricsPage(Url url, Duration patience) {

    private static final int OK = 200;

    /** In octets: many times what one process has to tell. */
    private static final int LONGEST = 1 << 24;

    List<String> lines(Stand stand) throws SignalReading.UnreadableException {
        boolean own = url.port() == url.scheme().defaultPort()
                && stand.target().addresses().containsKey(new Endpoint(url.scheme(), url.host()));
        if (!own && !Loopback.isHost(url.host())) {
            throw new SignalReading.UnreadableException(url + " is asked of nobody: it is not served by this target");
        }
        return (own ? throughTheTap(stand) : directly()).lines().toList();
    }

    private String throughTheTap(Stand stand) throws SignalReading.UnreadableException {
        try (TapLease lease = stand.tap().lease(List.of())) {
            Exchange exchange = lease.raw().send("GET", url, Headers.of("Connection", "close"), Body.EMPTY);
            Response answer = exchange.answer()
                    .orElseThrow(() -> new SignalReading.UnreadableException(url + ": " + exchange.failure()));
            if (answer.status() != OK) {
                throw new SignalReading.UnreadableException(url + " answers " + answer.status());
            }
            if (answer.body().isTruncated()) {
                throw new SignalReading.UnreadableException(url + " is longer than what is recorded of a body");
            }
            return answer.body().text();
        } catch (IllegalStateException | UncheckedIOException e) {
            // at a signal to the JVM the proxy ends by a hook of its own, before the run has ended
            throw new SignalReading.UnreadableException(url + ": " + e.getMessage());
        }
    }

    private String directly() throws SignalReading.UnreadableException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .proxy(HttpClient.Builder.NO_PROXY) // which would be another machine
                .build();
        try {
            if (!InetAddress.getByName(url.host()).isLoopbackAddress()) {
                throw new SignalReading.UnreadableException(url.host() + " is found at another machine than this");
            }
            HttpResponse<java.io.InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url.toString()))
                            .timeout(patience)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new SignalReading.UnreadableException(url + " answers " + answer.statusCode());
                }
                byte[] page = body.readNBytes(LONGEST + 1);
                if (page.length > LONGEST) {
                    throw new SignalReading.UnreadableException(url + " is longer than " + LONGEST + " octets");
                }
                return new String(page, StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SignalReading.UnreadableException(url + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignalReading.UnreadableException(url + " was not waited for");
        }
    }
}
