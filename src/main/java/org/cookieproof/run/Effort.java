package org.cookieproof.run;

import java.time.Duration;
import java.util.Locale;

/**
 * What it took to play a run.
 *
 * @param took          from its start to the end of its last cell
 * @param played        cells that were executed, or broke
 * @param peakMegabytes the most that was seen of the memory of this virtual machine and of all that it started; 0 where
 *                      the system does not tell
 */
public record Effort(Duration took, int played, long peakMegabytes) {

    @Override
    public String toString() {
        double seconds = Math.max(0.001, took.toMillis() / 1000.0);
        String time = took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", seconds);
        return played + " cells played in " + time + String.format(Locale.ROOT, ", %.2f a second", played / seconds)
                + (peakMegabytes == 0 ? "" : ", with at most " + peakMegabytes + " MB of memory");
    }
}
