package org.cookieproof.driver.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.NotPossibleException;

/** The entries of a form, read back from what it would be sent as: a browser that has the form encodes it itself. */
record Fields(String enctype, List<Field> fields) {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(\\S+)");
    private static final Pattern PART =
            Pattern.compile("(?s)[^\\r\\n]*name=\"([^\"]*)\"(; filename=\"[^\"]*\")?.*?\\r\\n\\r\\n(.*)\\r\\n");

    record Field(String name, String value) {}

    Fields {
        fields = List.copyOf(fields);
    }

    /** @throws NotPossibleException for what no form sends, and for files */
    static Fields of(Call.Content content) {
        if (content.type().equals(URL_ENCODED)) {
            return new Fields(URL_ENCODED, urlEncoded(content.body().text()).toList());
        }
        Matcher boundary = BOUNDARY.matcher(content.type());
        if (content.type().startsWith(MULTIPART) && boundary.find()) {
            return new Fields(
                    MULTIPART, parts(content.body().text(), boundary.group(1)).toList());
        }
        throw new NotPossibleException("send content of the type " + content.type() + ", which no form has");
    }

    private static Stream<Field> urlEncoded(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Field(
                        URLDecoder.decode(pair[0], UTF_8), pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : ""));
    }

    private static Stream<Field> parts(String text, String boundary) {
        return Arrays.stream(text.split("--" + Pattern.quote(boundary)))
                .map(part -> PART.matcher(part.replaceFirst("^\\r\\n", "")))
                .filter(Matcher::matches)
                .peek(part -> {
                    if (part.group(2) != null) {
                        throw new NotPossibleException("send a file: its form is written anew, without any");
                    }
                })
                .map(part -> new Field(part.group(1).replace("%22", "\"").replace("%0D%0A", "\r\n"), part.group(3)));
    }
}
