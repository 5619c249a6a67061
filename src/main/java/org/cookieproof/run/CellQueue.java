package org.cookieproof.run;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.profile.Profile;

/**
 * The cells that wait for a worker: those with browsers go to the workers that may drive them, the others to whoever is
 * free. Browsers first: a long cell that starts last would leave the other workers idle. Those of one profile together:
 * a driver keeps one process warm at a time.
 */
final class CellQueue {

    private final Deque<PlannedCell> browsers = new ArrayDeque<>();
    private final Deque<PlannedCell> others = new ArrayDeque<>();

    CellQueue(List<PlannedCell> cells) {
        cells.stream()
                .sorted(Comparator.comparing((PlannedCell c) -> c.profile().id().value())
                        .thenComparing(PlannedCell::variant))
                .forEach(cell -> (startsABrowser(cell) ? browsers : others).add(cell));
    }

    /** What is decided needs no user agent. */
    static boolean startsABrowser(PlannedCell cell) {
        return cell.profile().kind() == Profile.Kind.BROWSER && cell.decided().isEmpty();
    }

    /** The next for a worker; when there is none any more, there is none later either. */
    synchronized Optional<PlannedCell> next(boolean mayDriveBrowsers) {
        Optional<PlannedCell> browser = mayDriveBrowsers ? Optional.ofNullable(browsers.poll()) : Optional.empty();
        return browser.or(() -> Optional.ofNullable(others.poll()));
    }

    /** What nobody has taken. */
    synchronized List<PlannedCell> left() {
        return Stream.concat(browsers.stream(), others.stream()).toList();
    }
}
