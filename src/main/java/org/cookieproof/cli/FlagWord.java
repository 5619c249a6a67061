package org.cookieproof.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Yes or no, as the environment says it of a flag. On the command line each flag has {@code fallbackValue = "true"}:
 * without that picocli takes one that is said for the opposite of its default, so that the same yes in both places is a no.
 */
final class FlagWord implements ITypeConverter<Boolean> {

    private static final List<String> YES = List.of("1", "true", "yes");
    private static final List<String> NO = List.of("0", "false", "no", "");

    @Override
    public Boolean convert(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new TypeConversionException("'" + value + "' is neither 1, true, yes nor 0, false, no");
        }
        return YES.contains(word);
    }
}
