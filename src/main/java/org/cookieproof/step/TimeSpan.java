package org.cookieproof.step;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.yaml.Fields;

/** Spans of time as scenarios write them: {@code 61 min}, {@code 500 ms}. */
final class TimeSpan {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?(ms|s|min|h|d)");

    private TimeSpan() {}

    /** A key with a span of time; a problem when it has another form. */
    static Optional<Duration> read(Fields fields, String key, Binder binder) {
        Optional<String> text = fields.optionalText(key);
        Optional<Duration> span = text.flatMap(TimeSpan::parse);
        if (text.isPresent() && span.isEmpty()) {
            binder.problems()
                    .add(
                            fields.at(key),
                            "'" + key + ":' is a number with ms, s, min, h or d, as '61 min', not '" + text.get()
                                    + "'");
        }
        return span;
    }

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration span = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return Optional.of(span);
    }
}
