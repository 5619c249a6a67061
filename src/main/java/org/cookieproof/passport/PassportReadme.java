package org.cookieproof.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of {@code browsers/README.md} that is made of the passports. */
public final class PassportReadme {

    static final String BEGIN = "<!-- The table of passports; written by ./cookieproof passport -->\n";
    static final String END = "<!-- End of the table of passports -->\n";

    private PassportReadme() {}

    /** Puts the table between its marks; a file without them is left as it is. */
    public static void write(PassportTable table, Path readme) throws IOException {
        if (Files.exists(readme)) {
            String text = Files.readString(readme);
            String current = with(table, text);
            if (!current.equals(text)) {
                Files.writeString(readme, current);
            }
        }
    }

    static String with(PassportTable table, String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        return begin < 0 || end < begin
                ? text
                : text.substring(0, begin + BEGIN.length()) + table.markdown() + "\n" + text.substring(end);
    }
}
