package org.cookieproof.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.profile.Profile;

/**
 * How much is played at once.
 *
 * @param cells    at once, from 1
 * @param browsers how many of them may be cells of browsers; the others go on with HTTP clients meanwhile
 * @param because  why not more, for people
 */
public record Crew(int cells, int browsers, String because) {

    /** In MB: this virtual machine with the embedded farm, measured with the local plan, and some air. */
    private static final int OURSELVES = 768;

    /** In MB: an HTTP client's process, or its share of this machine's heap. */
    private static final int CLIENT = 64;

    public Crew {
        if (cells < 1 || browsers < 1 || browsers > cells) {
            throw new IllegalArgumentException("no crew: " + cells + " cells, " + browsers + " with browsers");
        }
    }

    /** As many as somebody said: whoever does knows what the machine can bear. */
    static Crew asked(int cells) {
        return new Crew(cells, cells, "as asked");
    }

    /**
     * As many as there are cores, but no more browsers than memory is free for; one in any case.
     *
     * @param browserMegabytes what the cell with the largest browsers takes; 0 where none is played on this machine
     */
    static Crew fitting(Machine machine, int browserMegabytes) {
        int cores = Math.max(1, machine.cores());
        String of = cores + (cores == 1 ? " core" : " cores");
        if (machine.freeMegabytes().isEmpty()) {
            return new Crew(cores, cores, of);
        }
        long free = machine.freeMegabytes().getAsLong();
        long usable = Math.max(0, free - OURSELVES);
        int browsers = within(cores, browserMegabytes == 0 ? cores : usable / browserMegabytes);
        long rest = Math.max(0, usable - (long) browsers * browserMegabytes);
        int cells = Math.max(browsers, within(cores, browsers + rest / CLIENT));
        if (browserMegabytes == 0) {
            cells = within(cores, usable / CLIENT);
            browsers = cells;
        }
        return new Crew(
                cells,
                browsers,
                of + ", " + free + " MB free"
                        + (browserMegabytes == 0 ? "" : ", a browser's cell up to " + browserMegabytes + " MB"));
    }

    /**
     * For one user agent at a time in each worker's hands.
     *
     * @param asked    how many workers somebody wants; 0 for as many as this machine bears
     * @param profiles that are to be worked on, which no crew outnumbers
     */
    public static Crew of(int asked, List<Profile> profiles, Map<String, DriverProvider> drivers) {
        IntStream browsers =
                profiles.stream().filter(p -> p.kind() == Profile.Kind.BROWSER).mapToInt(p -> megabytes(p, drivers));
        return of(asked, browsers).atMost(OptionalInt.of(profiles.size()), "as many as there are profiles");
    }

    /**
     * What was asked for, else what this machine bears.
     *
     * @param browserMegabytes what the browsers of each cell take that is played on this machine
     */
    static Crew of(int asked, IntStream browserMegabytes) {
        return asked > 0
                ? asked(asked)
                : fitting(Machine.here(), browserMegabytes.max().orElse(0));
    }

    /** What a user agent of a profile takes; 0 where nobody drives it. */
    static int megabytes(Profile profile, Map<String, DriverProvider> drivers) {
        return Optional.ofNullable(drivers.get(profile.driver()))
                .map(DriverProvider::megabytes)
                .orElse(0);
    }

    /**
     * With browsers of a Selenium Grid. Two cells that each had one slot and waited for another would wait for ever.
     *
     * @param ofACell slots that the cell with most user agents takes, from 1
     * @param only    whether none is started on this machine, so that its memory does not matter
     */
    Crew withSlots(int slots, int ofACell, boolean only) {
        String at = because + "; the Grid has " + slots + (slots == 1 ? " slot" : " slots")
                + (ofACell == 1 ? "" : ", a cell takes up to " + ofACell);
        int atGrid = Math.max(1, slots / ofACell);
        return only ? new Crew(Math.max(cells, atGrid), atGrid, at) : new Crew(cells, Math.min(browsers, atGrid), at);
    }

    private static int within(int most, long wanted) {
        return (int) Math.max(1, Math.min(most, wanted));
    }

    /** No more than so many: as cells there are, or as a target's file allows. */
    Crew atMost(OptionalInt most, String why) {
        if (most.isEmpty() || most.getAsInt() >= cells) {
            return this;
        }
        int fewer = Math.max(1, most.getAsInt());
        return new Crew(fewer, Math.min(browsers, fewer), why);
    }

    @Override
    public String toString() {
        String atOnce = cells == 1 ? "one at a time" : cells + " at once";
        return atOnce + (browsers < cells ? ", " + browsers + " of them with browsers" : "") + " (" + because + ")";
    }
}
