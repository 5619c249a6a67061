package org.cookieproof.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which known word a mistyped one was probably meant to be. */
public final class Words {

    /** How many words are told where there are too many for all of them. */
    private static final int NEAREST = 3;

    private Words() {}

    /** {@code unknown verb 'vist'; did you mean 'visit'?}, or the known words where none is near. */
    public static String unknown(String what, String word, Collection<String> known) {
        return "unknown " + what + " '" + word + "'; "
                + nearest(word, known)
                        .map(n -> "did you mean '" + n + "'?")
                        .orElseGet(() -> "known: " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** As {@link #unknown}, where all that is known is too long to tell and {@code ./cookieproof list} names it. */
    public static String unknownOfMany(String what, String word, Collection<String> known) {
        if (known.size() <= NEAREST || nearest(word, known).isPresent()) {
            return unknown(what, word, known);
        }
        String nearest = known.stream()
                .sorted(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k))
                .limit(NEAREST)
                .map(k -> "'" + k + "'")
                .collect(Collectors.joining(", "));
        return "unknown " + what + " '" + word + "'; nearest: " + nearest + "; ./cookieproof list names all";
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        int near = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(k -> distance(word, k) <= near)
                .min(Comparator.comparingInt(k -> distance(word, k)));
    }

    /** Edits that make one of the other; two neighbours swapped are one edit (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : edits(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int edits(int[][] d, String a, String b, int i, int j) {
        int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edits = Math.min(changed, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(edits, d[i - 2][j - 2] + 1) : edits;
    }
}
