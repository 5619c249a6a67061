package org.cookieproof.shard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.cookieproof.evidence.CellId;

/** Cuts cells into parts that take about as long; on every machine the same for the same cells and times. */
public final class Partition {

    private Partition() {}

    /**
     * The longest cell first, each to the part that has least to do, of two such to that with fewer cells, then to the
     * first (Graham 1969: at most a third longer than the best there is).
     *
     * @param time  of a cell, in whatever unit; 0 for one that is not played
     * @param count of the parts, at least 1
     * @return for each of the cells the number of its part, from 1
     */
    public static List<Integer> of(List<CellId> cells, ToLongFunction<CellId> time, int count) {
        long[] times = cells.stream().mapToLong(time).toArray();
        List<Integer> longestFirst = IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -times[i]).thenComparing(cells::get))
                .toList();
        long[] load = new long[count];
        int[] held = new int[count];
        Integer[] parts = new Integer[cells.size()];
        for (int cell : longestFirst) {
            int lightest = 0;
            for (int part = 1; part < count; part++) {
                boolean lighter =
                        load[part] < load[lightest] || (load[part] == load[lightest] && held[part] < held[lightest]);
                lightest = lighter ? part : lightest;
            }
            load[lightest] += times[cell];
            held[lightest]++;
            parts[cell] = lightest + 1;
        }
        return Arrays.asList(parts);
    }
}
