package org.cookieproof.driver.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As w3m 0.5.3+git20230121 writes it. */
class W3mLogTest {

    private static final String REDIRECTED = """
            GET http://a.test/x?hop=1 HTTP/1.0
            Host: a.test

            HTTP/1.1 302 Found
            Location: http://b.test/x?hop=2
            Content-Length: 0

            """;

    private static final String SHOWN = """
            GET http://b.test/x?hop=2 HTTP/1.0
            Host: b.test

            HTTP/1.1 200 OK
            Content-Type: text/html

            """;

    @Test
    void theLastResponseCountsOverHttp() {
        assertThat(read(REDIRECTED + SHOWN)).isEqualTo(new W3mLog(2, 200, "text/html", false));
    }

    @Test
    void theLastResponseCountsOverHttpsAndTheTunnelIsNoRequest() {
        String tunnel = "CONNECT a.test:443 HTTP/1.0\n\nHTTP/1.0 200 Connection established\n\n";
        String via = "HTTPS: request via SSL\n";
        assertThat(read(tunnel + via + REDIRECTED + tunnel + via + SHOWN))
                .isEqualTo(new W3mLog(2, 200, "text/html", false));
    }

    @Test
    void whatIsPostedIsNotTakenForTheResponse() {
        assertThat(read("POST http://a.test/ HTTP/1.0\n\na=1&b=2\n\nHTTP/1.1 501 Unsupported\nServer: x\n\n"))
                .isEqualTo(new W3mLog(1, 501, "", false));
    }

    @Test
    void aRedirectThatComesLastIsNotFollowed() {
        assertThat(read(REDIRECTED)).isEqualTo(new W3mLog(1, 302, "", true));
    }

    @Test
    void nothingIsNotedWhereNothingWasAskedFor() {
        assertThat(read("")).isEqualTo(new W3mLog(0, 0, "", false));
    }

    private static W3mLog read(String log) {
        return W3mLog.read(log.replace("\n", "\r\n"));
    }
}
