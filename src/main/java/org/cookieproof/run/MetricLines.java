package org.cookieproof.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.target.Signal;

/**
 * A page of metrics: Prometheus' text format, of which lines of {@code name value} are the plainest case.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class MetricLines {

    /** Name with labels, in whose quoted values anything may stand; value; and perhaps a time. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*([^\\s{#]+\\s*(?:\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*+\")*+})?)\\s+(\\S+)(?:\\s+-?[0-9]+)?\\s*");

    private MetricLines() {}

    /** The sum of all metrics that the signal counts. */
    static double sum(List<String> lines, Signal signal) throws SignalReading.UnreadableException {
        double sum = 0;
        boolean found = false;
        for (String line : lines) {
            Matcher metric = LINE.matcher(line);
            if (metric.matches() && signal.counts().matcher(metric.group(1)).find()) {
                sum += number(metric.group(2), line);
                found = true;
            }
        }
        if (!found && !signal.absent()) {
            throw new SignalReading.UnreadableException("no metric there is like '"
                    + signal.counts().pattern() + "'; if it appears with the first event only, say 'absent: zero'");
        }
        return sum;
    }

    private static double number(String text, String line) throws SignalReading.UnreadableException {
        try {
            double value = Double.parseDouble(text.replace("Inf", "Infinity"));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as for NaN
        }
        throw new SignalReading.UnreadableException("no number to count with: " + line.strip());
    }
}
