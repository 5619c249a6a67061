package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDateTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 21 Dec 2026 21:16:34 GMT     | 2026-12-21T21:16:34Z", // RFC 1123, as PHP 8 sends it
                "Thu, 01-Jan-1970 00:00:01 GMT     | 1970-01-01T00:00:01Z", // PHP in 2016
                "Sunday, 06-Nov-94 08:49:37 GMT    | 1994-11-06T08:49:37Z", // RFC 850
                "Sun Nov  6 08:49:37 1994          | 1994-11-06T08:49:37Z", // asctime
                "thu, 31 dec 2099 23:59:59 gmt     | 2099-12-31T23:59:59Z",
                "Fri, 31 Dec 2099 23:59:59 GMT     | 2099-12-31T23:59:59Z", // it is a Thursday
                "31 Dec 2099 23:59:59              | 2099-12-31T23:59:59Z", // neither weekday nor zone
                "Thu, 31 Dec 2099 23:59:59 +0500   | 2099-12-31T23:59:59Z", // the zone is not looked at
                "2099 Dec 31 23:59:59              | 2099-12-31T23:59:59Z", // 2099 is no day, so 31 is
                "31 december 2099 23:59:59         | 2099-12-31T23:59:59Z",
                "31st Dec 2099 9:5:7               | 2099-12-31T09:05:07Z",
                "Dec/31/2099;23:59:59.123          | 2099-12-31T23:59:59Z",
                "31 Dec 2099 23:59:59xyz           | 2099-12-31T23:59:59Z",
                "Mon, 29 Feb 2028 00:00:00 GMT     | 2028-02-29T00:00:00Z",
                "01 Jan 69 00:00:00                | 2069-01-01T00:00:00Z", // §5.1.1 step 4
                "01 Jan 70 00:00:00                | 1970-01-01T00:00:00Z", // §5.1.1 step 3
                "01 Jan 99 00:00:00                | 1999-01-01T00:00:00Z",
                "01 Jan 00 00:00:00                | 2000-01-01T00:00:00Z",
                "01 Jan 1601 00:00:00              | 1601-01-01T00:00:00Z",
                "01 Jan 02 03:04:05 feb 06 07:08:09| 2002-01-01T03:04:05Z", // what comes first is taken
            })
    void readsTheDatesOfSection5_1_1(String date, Instant expected) {
        assertThat(CookieDate.parse(date)).contains(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "deleted",
                "Wed, 30 Feb 2028 00:00:00 GMT",
                "Mon, 29 Feb 2027 00:00:00 GMT",
                "Thu, 32 Dec 2099 23:59:59 GMT",
                "Thu, 00 Dec 2099 23:59:59 GMT",
                "Thu, 31 Dec 2099 24:00:00 GMT",
                "Thu, 31 Dec 2099 23:60:00 GMT",
                "Thu, 31 Dec 2099 23:59:60 GMT", // leap seconds have no place in §5.1.1
                "Thu, 31 Dec 1600 23:59:59 GMT",
                "Thu, 31 Dec 20999 23:59:59 GMT",
                "Thu, 31 Dec 2099",
                "Thu, 31 Dec 2099 23:59 GMT",
                "Thu, Dec 2099 23:59:59 GMT",
                "Thu, 31 2099 23:59:59 GMT",
                "Thu, 31 Dec 23:59:59 GMT",
                "2099-12-31T23:59:59Z",
                "1795295794"
            })
    void failsOnWhatIsNoDateBySection5_1_1(String date) {
        assertThat(CookieDate.parse(date)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "Mon, 21 Dec 2026 21:16:34 GMT",
                "Thu, 01 Jan 1970 00:00:01 GMT",
                "Thu, 20 May 2027 21:16:57 GMT",
                "Tue, 29 Feb 2028 00:00:00 GMT"
            })
    void knowsAnImfFixdateOfRfc9110Section5_6_7(String date) {
        assertThat(CookieDate.isImfFixdate(date)).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "Tue, 21 Dec 2026 21:16:34 GMT", // a Monday
                "mon, 21 dec 2026 21:16:34 gmt",
                "Mon, 21 Dec 2026 21:16:34 UTC",
                "Mon, 21 Dec 2026 21:16:34",
                "Mon, 21-Dec-2026 21:16:34 GMT",
                "Monday, 21-Dec-26 21:16:34 GMT",
                "Mon Dec 21 21:16:34 2026",
                "Mon, 1 Dec 2025 21:16:34 GMT",
                "Mon,  21 Dec 2026 21:16:34 GMT",
                "Mon, 21 Dec 2026 21:16:34 GMT ",
                "21 Dec 2026 21:16:34 GMT",
                "Wed, 30 Feb 2028 00:00:00 GMT",
                ""
            })
    void knowsWhatIsNoImfFixdate(String date) {
        assertThat(CookieDate.isImfFixdate(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
    void knowsThatAYearHasFourDigits(String weekday) {
        assertThat(CookieDate.isImfFixdate(weekday + ", 21 Dec +12026 21:16:34 GMT"))
                .isFalse();
        assertThat(CookieDate.isImfFixdate(weekday + ", 21 Dec -2026 21:16:34 GMT"))
                .isFalse();
        assertThat(CookieDate.isImfFixdate(weekday + ", 21 Dec 202 21:16:34 GMT"))
                .isFalse();
    }

    @Test
    void readsEveryFormOfOneInstantAlike() {
        Random random = new Random(6265);
        for (int i = 0; i < 2_000; i++) {
            // 1970 to 2069: where years of two digits are unambiguous.
            Instant instant = Instant.ofEpochSecond(random.nextLong(3_155_760_000L));
            for (String pattern : new String[] {
                "EEE, dd MMM uuuu HH:mm:ss 'GMT'",
                "EEEE, dd-MMM-uu HH:mm:ss 'GMT'",
                "EEE MMM d HH:mm:ss uuuu",
                "d MMMM uuuu H:m:s"
            }) {
                String date =
                        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(instant.atOffset(ZoneOffset.UTC));
                assertThat(CookieDate.parse(date)).as(date).contains(instant);
                assertThat(CookieDate.isImfFixdate(date)).as(date).isEqualTo(pattern.startsWith("EEE, "));
            }
        }
    }

    @Test
    void neverThrowsWhateverTheOctets() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(
                        random.nextBoolean() ? (char) random.nextInt(256) : "0129:: jan,-".charAt(random.nextInt(12)));
            }
            assertThat(CookieDate.parse(text.toString())).isNotNull();
        }
    }
}
