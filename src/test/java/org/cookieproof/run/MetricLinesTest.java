package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.cookieproof.http.Url;
import org.cookieproof.target.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of metrics says of a signal. */
class MetricLinesTest {

    private static final String PAGE = """
            # HELP logins_total Logins, by how they ended.
            # TYPE logins_total counter
            logins_total{result="ok",wiki="en"} 120 1732270000000
            logins_total{result="badtoken",wiki="en"} 3
            logins_total{result="badtoken",wiki="a } \\"b\\" 9"} 4
            http_5xx 1.5e1
              plain_name\t 7
            broken_gauge NaN
            """;

    private static double sum(String counts, boolean absent) throws SignalReading.UnreadableException {
        return MetricLines.sum(
                PAGE.lines().toList(),
                new Signal("s", new Signal.Page(Url.parse("http://a.test/metrics")), Pattern.compile(counts), absent));
    }

    @ParameterizedTest
    @CsvSource({
        "'^logins_total\\{.*result=\"badtoken\"', 7",
        "^logins_total, 127",
        "http_5xx, 15",
        "plain_name, 7",
        "'wiki=\"en\"', 123"
    })
    void allMetricsThatAreLikeItAreAddedUp(String counts, double expected) throws SignalReading.UnreadableException {
        assertThat(sum(counts, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "counter", "nothing_of_the_kind", "1732270000000"})
    void commentsTimesAndWhatIsNotThereAreNoMetric(String counts) {
        assertThatThrownBy(() -> sum(counts, false))
                .isInstanceOf(SignalReading.UnreadableException.class)
                .hasMessageContaining("absent: zero");
    }

    @Test
    void aCounterThatBeginsWithItsFirstEventMayBeZero() throws SignalReading.UnreadableException {
        assertThat(sum("nothing_of_the_kind", true)).isZero();
    }

    @Test
    void whatIsNoNumberCannotBeCounted() {
        assertThatThrownBy(() -> sum("broken_gauge", true)).hasMessage("no number to count with: broken_gauge NaN");
    }
}
