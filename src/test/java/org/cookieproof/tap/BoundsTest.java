package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target may send what it likes; what that costs is bounded, and where it was cut is said. */
class BoundsTest {

    private static final int MIB = 1 << 20;

    private static Bounds passing(long octets) {
        return new Bounds(octets, 64 * MIB, 64 * MIB, 1000);
    }

    private static byte[] zeros(int octets, String coding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = switch (coding) {
            case "gzip" -> new GZIPOutputStream(out);
            case "deflate" -> new DeflaterOutputStream(out);
            default -> new DeflaterOutputStream(out, new Deflater(9, true));
        }) {
            packed.write(new byte[octets]);
        }
        return out.toByteArray();
    }

    private static RawServer.Answer packed(String coding, byte[] body) {
        return connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n");
            connection.out().write(body);
            connection.out().flush();
        };
    }

    @Test
    void anEndlessBodyIsCutOffWhereItIsLongerThanAnyoneNeeds() throws Exception {
        try (Bench bench = Bench.within(passing(MIB))) {
            bench.http.on("/", connection -> {
                connection.send("HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                    connection.out().write(new byte[10_000]);
                }
            });
            assertThat(bench.ask(Scheme.HTTP, "/").length()).isLessThan(MIB + 1000);
            assertThat(bench.lease.excess()).contains("a body longer than 1048576 octets in #1 GET http://first.test/");
            assertThat(bench.ask(Scheme.HTTP, "/more"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("longer than");
            assertThat(bench.lease.recording().exchanges()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "bare"})
    void aBombIsCutOffBeforeTheUserAgentUnpacksIt(String coding) throws Exception {
        byte[] bomb = zeros(40 * MIB, coding);
        assertThat(bomb).hasSizeLessThan(MIB / 4);
        try (Bench bench = Bench.within(passing(MIB))) {
            bench.https.on("/", packed(coding.equals("bare") ? "deflate" : coding, bomb));
            assertThat(bench.ask(Scheme.HTTPS, "/").length()).isLessThan(bomb.length);
            assertThat(bench.lease.excess().orElse("")).contains("a body longer than 1048576 octets");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "bare"})
    void whatUnpacksToLessPassesWhole(String coding) throws Exception {
        byte[] body = zeros(MIB, coding);
        try (Bench bench = Bench.within(passing(MIB))) {
            bench.https.on("/", packed(coding.equals("bare") ? "deflate" : coding, body));
            assertThat(bench.ask(Scheme.HTTPS, "/")).endsWith("\r\n\r\n" + Octets.latin1(body));
            assertThat(bench.lease.excess()).isEmpty();
        }
    }

    @Test
    void whatIsNotInItsCodingPassesAsItIs() throws Exception {
        try (Bench bench = Bench.within(passing(MIB))) {
            String bad = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip, no";
            bench.https.on("/", bad);
            assertThat(bench.ask(Scheme.HTTPS, "/")).isEqualTo(bad);
            assertThat(bench.lease.excess()).isEmpty();
        }
    }

    @Test
    void noMoreExchangesAreLetThroughThanAreKept() throws Exception {
        try (Bench bench = Bench.within(new Bounds(MIB, MIB, MIB, 2))) {
            assertThat(bench.ask(Scheme.HTTP, "/")).startsWith("HTTP/1.1 200 ");
            assertThat(bench.ask(Scheme.HTTPS, "/")).startsWith("HTTP/1.1 200 ");
            assertThat(bench.ask(Scheme.HTTP, "/")).startsWith("HTTP/1.1 503 ");
            assertThat(bench.lease.excess()).contains("more than 2 exchanges");
            assertThat(bench.http.requests()).hasSize(1);
        }
    }

    @Test
    void headerFieldsAreKeptUpToALimitForAllOfACell() throws Exception {
        try (Bench bench = Bench.within(new Bounds(MIB, MIB, 10_000, 100))) {
            bench.http.on("/", "HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000) + "\r\nContent-Length: 0\r\n\r\n");
            assertThat(bench.ask(Scheme.HTTP, "/")).startsWith("HTTP/1.1 200 ");
            assertThat(bench.ask(Scheme.HTTP, "/")).startsWith("HTTP/1.1 503 ");
            assertThat(bench.lease.excess()).contains("more than 10000 characters of header fields");
        }
    }

    @Test
    void bodiesBeyondWhatIsKeptOfThemAreRecordedAsCut() throws Exception {
        try (Bench bench = Bench.within(new Bounds(MIB, 10, MIB, 100))) {
            bench.http.on("/", "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n12345678");
            bench.ask(Scheme.HTTP, "/");
            bench.ask(Scheme.HTTP, "/");
            bench.ask(Scheme.HTTP, "/");
            List<Exchange> exchanges = bench.lease.recording().exchanges();
            assertThat(exchanges)
                    .extracting(e -> e.answer().orElseThrow().body().text())
                    .containsExactly("12345678", "12", "");
            assertThat(exchanges)
                    .extracting(e -> e.answer().orElseThrow().body().fullLength())
                    .containsExactly(8L, 8L, 8L);
            assertThat(bench.lease.excess()).isEmpty();
        }
    }

    @Test
    void aCellThatIsCutOffEndsAtOnceAndSaysWhy() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Bench bench = Bench.open()) {
            bench.http.on("/", connection -> {
                asked.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
                asked.await();
                bench.lease.cutOff("its time was over");
                assertThat(agent.readAll()).isEmpty();
            }
            assertThat(bench.lease.excess()).contains("its time was over");
            assertThat(bench.lease.recording().exchanges().get(0).failure()).isEqualTo("its time was over");
            try (RawUserAgent agent = RawUserAgent.connect(bench.lease.address())) {
                assertThat(agent.readAll()).isEmpty();
            }
        } finally {
            never.countDown();
        }
    }
}
