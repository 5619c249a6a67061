package org.cookieproof.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    private static CellId cell(String scenario) {
        return new CellId(new ScenarioId(scenario), new ProfileId("okhttp"), Scheme.HTTP);
    }

    private static List<CellId> cells(int count) {
        List<CellId> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(cell(String.format("s/%03d", i)));
        }
        return cells;
    }

    @Test
    void theLongestCellComesFirstAndEachGoesWhereLeastIsToDo() {
        List<CellId> cells = List.of(cell("a"), cell("b"), cell("c"), cell("d"), cell("e"));
        Map<CellId, Long> times =
                Map.of(cells.get(0), 3L, cells.get(1), 7L, cells.get(2), 5L, cells.get(3), 4L, cells.get(4), 1L);
        // b 7 | c 5 | d 4 joins c: 9 | a 3 joins b: 10 | e 1 joins c, d: 10
        assertThat(Partition.of(cells, times::get, 2)).containsExactly(1, 1, 2, 2, 2);
    }

    @Test
    void cellsThatTakeAsLongAreTakenInTheOrderOfTheirIds() {
        assertThat(Partition.of(List.of(cell("c"), cell("a"), cell("b")), c -> 1, 2))
                .containsExactly(1, 1, 2);
    }

    @Test
    void cellsThatTakeNoTimeAreSpreadToo() {
        List<Integer> parts = Partition.of(cells(9), c -> 0, 3);
        for (int part = 1; part <= 3; part++) {
            assertThat(Collections.frequency(parts, part)).isEqualTo(3);
        }
    }

    @Test
    void withMorePartsThanCellsSomeHaveNothingToDo() {
        assertThat(Partition.of(cells(2), c -> 5, 4)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCellIsInOnePartAndThePartsAreBalancedWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        int count = 2 + random.nextInt(6);
        List<CellId> cells = cells(20 + random.nextInt(300));
        Map<CellId, Long> times = new HashMap<>();
        cells.forEach(c -> times.put(c, 1L + (long) Math.exp(random.nextDouble() * 9)));
        List<Integer> parts = Partition.of(cells, times::get, count);
        assertThat(parts).hasSameSizeAs(cells).allSatisfy(p -> assertThat(p).isBetween(1, count));

        long[] load = new long[count];
        Map<CellId, Integer> byCell = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            load[parts.get(i) - 1] += times.get(cells.get(i));
            byCell.put(cells.get(i), parts.get(i));
        }
        long longest = Collections.max(times.values());
        long total = times.values().stream().mapToLong(Long::longValue).sum();
        for (long each : load) {
            assertThat(each).isLessThanOrEqualTo(total / count + longest);
        }

        List<CellId> otherwise = new ArrayList<>(cells);
        Collections.shuffle(otherwise, random);
        List<Integer> again = Partition.of(otherwise, times::get, count);
        for (int i = 0; i < otherwise.size(); i++) {
            assertThat(again.get(i)).isEqualTo(byCell.get(otherwise.get(i)));
        }
    }
}
