package org.cookieproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.cookieproof.evidence.CellId;
import org.cookieproof.yaml.Words;

/** Finds the cell that a person means: by its whole id, or by as much of it as is enough. */
final class CellChoice {

    private static final int SHOWN = 12;

    private CellChoice() {}

    /** @throws IllegalArgumentException that names the candidates when no cell, or more than one, is meant */
    static CellId choose(String words, List<CellId> cells) {
        List<String> parts = Arrays.stream(words.strip().split("[\\s×]+"))
                .filter(p -> !p.isEmpty())
                .toList();
        List<CellId> found = matching(cells, parts, CellChoice::isPart);
        if (found.isEmpty()) {
            found = matching(cells, parts, CellChoice::isWithin);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Words.unknown(
                    "cell", words, cells.stream().map(CellId::toString).toList()));
        }
        throw new IllegalArgumentException("'" + words
                + "' is any of these cells; say more of the one that is meant:\n  "
                + String.join(
                        "\n  ",
                        found.stream().limit(SHOWN).map(CellId::toString).toList())
                + (found.size() > SHOWN ? "\n  and " + (found.size() - SHOWN) + " more" : ""));
    }

    private static List<CellId> matching(List<CellId> cells, List<String> parts, BiPredicate<CellId, String> match) {
        return cells.stream()
                .filter(c -> parts.stream().allMatch(p -> match.test(c, p)))
                .toList();
    }

    private static boolean isPart(CellId cell, String word) {
        return word.equals(cell.scenario().value())
                || word.equals(cell.profile().value())
                || word.equals(cell.scheme().wireName());
    }

    private static boolean isWithin(CellId cell, String word) {
        return cell.toString().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
