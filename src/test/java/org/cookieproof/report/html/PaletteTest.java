package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrast of the page's colours, light and dark, as WCAG 2.2 computes it (§1.4.3 text, §1.4.11 all else). */
class PaletteTest {

    private static final Pattern VARIABLE = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6})");

    @ParameterizedTest
    @CsvSource({
        "ink,page",
        "ink,panel",
        "ink,well",
        "ink,cite-bg",
        "ink,failed-soft",
        "dim,page",
        "dim,panel",
        "dim,well",
        "dim,cite-bg",
        "dim,failed-soft",
        "accent,page",
        "accent,panel",
        "accent,well",
        "passed-ink,passed-bg",
        "passed-ink,panel",
        "passed-ink,well",
        "failed-ink,failed-bg",
        "failed-line,panel",
        "failed-line,failed-soft",
        "broken-ink,broken-bg",
        "refused,panel",
        "refused,well",
        "refused,cite-bg",
        "flaky-ink,flaky-bg",
        "flaky-ink,panel",
        "known-ink,known-bg",
        "known-ink,panel",
        "na-ink,na-bg",
        "run-ink,run-bg",
    })
    void textCanBeRead(String text, String ground) throws Exception {
        for (Map<String, String> palette : List.of(light(), dark())) {
            assertThat(contrast(palette, text, ground))
                    .as("%s on %s", palette.get(text), palette.get(ground))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edge,page",
        "edge,panel",
        "accent,page",
        "accent,panel",
        "set,panel",
        "set,well",
        "replaced,panel",
        "sent,panel",
        "sent,well",
        "gone,panel",
        "refused,panel",
        "odd,panel",
        "cite-line,panel",
    })
    void marksAndEdgesCanBeSeen(String mark, String ground) throws Exception {
        for (Map<String, String> palette : List.of(light(), dark())) {
            assertThat(contrast(palette, mark, ground))
                    .as("%s on %s", palette.get(mark), palette.get(ground))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static double contrast(Map<String, String> palette, String one, String other) {
        double a = luminance(Objects.requireNonNull(palette.get(one), one));
        double b = luminance(Objects.requireNonNull(palette.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> light() throws IOException {
        String css = css();
        return variables(css.substring(0, css.indexOf("@media (prefers-color-scheme: dark)")));
    }

    /** What dark leaves out stays as in light. */
    private static Map<String, String> dark() throws IOException {
        String css = css();
        int start = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, String> palette = light();
        palette.putAll(variables(css.substring(start, css.indexOf("box-sizing", start))));
        return palette;
    }

    private static Map<String, String> variables(String css) {
        Map<String, String> variables = new HashMap<>();
        Matcher matcher = VARIABLE.matcher(css);
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2));
        }
        assertThat(variables).hasSizeGreaterThan(20);
        return variables;
    }

    private static String css() throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
