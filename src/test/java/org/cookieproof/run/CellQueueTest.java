package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.profile.Profile;
import org.junit.jupiter.api.Test;

class CellQueueTest {

    private static final List<PlannedCell> CELLS = Runs.plan(Selection.ofPlan("local")
                    .withScenarios(List.of("login/form-over-https", "api/*"))
                    .withProfiles(List.of("okhttp", "chromium", "chromium-headless-shell")))
            .cells();

    private static List<PlannedCell> all(CellQueue queue, boolean mayDriveBrowsers) {
        List<PlannedCell> taken = new ArrayList<>();
        for (Optional<PlannedCell> next = queue.next(mayDriveBrowsers);
                next.isPresent();
                next = queue.next(mayDriveBrowsers)) {
            taken.add(next.get());
        }
        return taken;
    }

    private static List<PlannedCell> browsers() {
        return CELLS.stream().filter(CellQueue::startsABrowser).toList();
    }

    @Test
    void whoMayNotDriveBrowsersGoesOnWithTheOthers() {
        CellQueue queue = new CellQueue(CELLS);
        assertThat(browsers()).isNotEmpty();
        assertThat(all(queue, false))
                .isNotEmpty()
                .noneMatch(CellQueue::startsABrowser)
                .anyMatch(c -> c.profile().kind() == Profile.Kind.HTTP_CLIENT);
        assertThat(queue.left()).containsExactlyInAnyOrderElementsOf(browsers());
    }

    @Test
    void whoMayTakesTheBrowsersFirstProfileByProfile() {
        CellQueue queue = new CellQueue(CELLS);
        List<PlannedCell> taken = all(queue, true);
        assertThat(taken).containsExactlyInAnyOrderElementsOf(CELLS);
        assertThat(taken.subList(0, browsers().size())).allMatch(CellQueue::startsABrowser);
        assertThat(taken.subList(0, browsers().size()).stream()
                        .map(c -> c.profile().id().value()))
                .isSorted();
        assertThat(queue.left()).isEmpty();
    }

    @Test
    void whatIsDecidedNeedsNoBrowser() {
        assertThat(CELLS)
                .filteredOn(c -> c.decided().isPresent() && c.profile().kind() == Profile.Kind.BROWSER)
                .noneMatch(CellQueue::startsABrowser);
    }
}
