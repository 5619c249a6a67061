package org.cookieproof.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the parts that a plan is played in: {@code 2/3}.
 *
 * @param index from 1
 * @param count of all parts
 */
public record Shard(int index, int count) {

    /** More parts than a plan of ours has scenarios would start more targets than they play cells. */
    private static final int MOST = 999;

    private static final Pattern WORDS = Pattern.compile("([0-9]{1,3})/([0-9]{1,3})");

    public Shard {
        if (count < 1 || count > MOST || index < 1 || index > count) {
            throw new IllegalArgumentException(
                    "there is no shard " + index + "/" + count + "; write I/N, I from 1 to N, N up to " + MOST);
        }
    }

    /** @throws IllegalArgumentException when there can be no such part; it says how to write one */
    public static Shard of(String words) {
        Matcher parts = WORDS.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + words + "' is no shard; write I/N, as 2/3: the second of three parts");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
