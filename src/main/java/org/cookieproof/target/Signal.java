package org.cookieproof.target;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cookieproof.http.Url;

/**
 * A number of the target's own that tells how it is, such as how many logins it refused; read before and after a run.
 *
 * @param counts finds what is added up: in a metric's name with its labels, or in a line of a log
 * @param absent whether a metric that is not there stands for 0, as with counters that begin with the first event
 */
public record Signal(String name, Source source, Pattern counts, boolean absent) {

    /** Where it is read. */
    public sealed interface Source {}

    /** A page of metrics, in Prometheus' text format or as lines of {@code name value}. */
    public record Page(Url url) implements Source {
        public Page {
            Objects.requireNonNull(url);
        }
    }

    /** A command that prints a log; it is run as it stands, by no shell. */
    public record Command(List<String> words) implements Source {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a command has at least one word");
            }
        }
    }

    public Signal {
        Objects.requireNonNull(name);
        Objects.requireNonNull(source);
        Objects.requireNonNull(counts);
    }
}
