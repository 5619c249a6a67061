package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrewTest {

    private static final Machine LARGE = new Machine(2, OptionalLong.of(21_000));

    @ParameterizedTest(name = "{0} cores, {1} MB free, {2} MB a browser''s cell: {3} cells, {4} with browsers")
    @CsvSource({
        "2, 21000, 1100, 2, 2",
        "8, 21000, 1100, 8, 8",
        "8, 4000, 1100, 8, 2", // 3,232 MB: two browsers, and the rest is enough for more clients than there are cores
        "8, 3100, 1100, 4, 2", // 132 MB are left for two clients
        "4, 2000, 1100, 3, 1",
        "4, 900, 1100, 1, 1", // not enough for one, but a run plays something
        "1, 64000, 250, 1, 1",
        "8, 1000, 0, 3, 3",
        "8, 100, 0, 1, 1",
    })
    void followsCoresAndFreeMemory(int cores, long free, int browser, int cells, int browsers) {
        Crew crew = Crew.fitting(new Machine(cores, OptionalLong.of(free)), browser);
        assertThat(crew.browsers()).isEqualTo(browsers);
        assertThat(crew.cells()).isEqualTo(cells);
    }

    @Test
    void followsTheCoresWhereTheSystemDoesNotTellOfMemory() {
        assertThat(Crew.fitting(new Machine(6, OptionalLong.empty()), 1100)).isEqualTo(new Crew(6, 6, "6 cores"));
    }

    @Test
    void whatWasAskedForIsTaken() {
        assertThat(Crew.asked(40).cells()).isEqualTo(40);
        assertThat(Crew.asked(40).browsers()).isEqualTo(40);
    }

    @Test
    void aTargetMayAllowFewer() {
        Crew fewer = Crew.asked(8).atMost(OptionalInt.of(3), "as the target's file says");
        assertThat(fewer).hasToString("3 at once (as the target's file says)");
        assertThat(Crew.asked(8).atMost(OptionalInt.empty(), "")).isEqualTo(Crew.asked(8));
    }

    @Test
    void aGridsSlotsBoundItsBrowsersAndNotThisMachinesMemory() {
        assertThat(Crew.fitting(LARGE, 0).withSlots(10, 1, true).browsers()).isEqualTo(10);
        assertThat(Crew.fitting(LARGE, 500).withSlots(1, 1, false).browsers()).isEqualTo(1);
        assertThat(Crew.fitting(LARGE, 500).withSlots(1, 1, false).cells()).isEqualTo(2);
    }

    @Test
    void cellsOfTwoUserAgentsDoNotWaitForEachOthersSlots() {
        assertThat(Crew.fitting(LARGE, 0).withSlots(5, 2, true).browsers()).isEqualTo(2);
        assertThat(Crew.asked(4).withSlots(2, 2, false).browsers()).isEqualTo(1);
    }

    @Test
    void saysWhy() {
        assertThat(Crew.fitting(new Machine(4, OptionalLong.of(2000)), 1100))
                .hasToString(
                        "3 at once, 1 of them with browsers (4 cores, 2000 MB free, a browser's cell up to 1100 MB)");
    }
}
