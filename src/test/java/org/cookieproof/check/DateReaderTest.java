package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    /** The JDK is on this class path: what the table says of it is held against itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 31 Dec 2099 23:59:59 GMT",
                "Thu, 31-Dec-2099 23:59:59 GMT",
                "Fri, 31 Dec 2099 23:59:59 GMT",
                "Thu, 31 Dec 2099 23:59:59 UTC",
                "Thu, 31 Dec 2099 23:59:59 +0000",
                "Thu Dec 31 23:59:59 2099",
                "31 Dec 2099 23:59:59 GMT"
            })
    void readsWhatTheJdkReads(String date) {
        HttpCookie cookie = HttpCookie.parse("a=b; Expires=" + date).get(0);
        assertThat(DateReader.JDK.reads(date)).as(date).isEqualTo(cookie.getMaxAge() > 0);
    }

    @Test
    void everyClientReadsAnImfFixdate() {
        assertThat(DateReader.failingOn("Thu, 01 Jan 1970 00:00:01 GMT")).isEmpty();
        assertThat(DateReader.failingOn("Mon, 21 Dec 2026 21:16:34 GMT")).isEmpty();
    }

    @Test
    void namesWhoStumbles() {
        assertThat(DateReader.failingOn("Thu, 31 Dec 99 23:59:59 GMT"))
                .contains("Python http.cookiejar", "Go net/http", "Apache HttpClient 5 (strict)");
        assertThat(DateReader.failingOn("Thu, 31 Dec 2099 23:59:59 UTC")).contains("wget", "java.net (JDK)");
        assertThat(DateReader.failingOn("Thu Dec 31 23:59:59 2099")).hasSize(DateReader.values().length);
    }
}
