package org.cookieproof.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.driver.Call.Content;
import org.cookieproof.driver.HtmlControl.Entry;
import org.cookieproof.http.Body;

/** How a form's entries become the content of a request (HTML §4.10.22.5 and after), always in UTF-8. */
enum FormEncoding {
    URL_ENCODED {
        @Override
        Content encode(List<Entry> entries) {
            return new Content(URL_ENCODED_TYPE, Body.of(urlEncoded(entries)));
        }
    },
    MULTIPART {
        @Override
        Content encode(List<Entry> entries) {
            String boundary = boundary(entries);
            StringBuilder parts = new StringBuilder();
            for (Entry entry : entries) {
                parts.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
                parts.append(quoted(entry.name())).append('"');
                if (entry.file()) {
                    parts.append("; filename=\"\"\r\nContent-Type: application/octet-stream");
                }
                parts.append("\r\n\r\n").append(crLf(entry.value())).append("\r\n");
            }
            parts.append("--").append(boundary).append("--\r\n");
            return new Content("multipart/form-data; boundary=" + boundary, Body.of(parts.toString()));
        }
    },
    PLAIN {
        @Override
        Content encode(List<Entry> entries) {
            return new Content(
                    "text/plain",
                    Body.of(entries.stream()
                            .map(e -> crLf(e.name()) + "=" + crLf(e.value()) + "\r\n")
                            .collect(Collectors.joining())));
        }
    };

    private static final String URL_ENCODED_TYPE = "application/x-www-form-urlencoded";

    abstract Content encode(List<Entry> entries);

    /** By the value of {@code enctype}; an unknown one is as good as none. */
    static FormEncoding of(String enctype) {
        return switch (enctype.toLowerCase(Locale.ROOT)) {
            case "multipart/form-data" -> MULTIPART;
            case "text/plain" -> PLAIN;
            default -> URL_ENCODED;
        };
    }

    /** A program's own form, for {@link ApiRequest}. */
    static Content ofProgram(Map<String, String> form) {
        String encoded = form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return new Content(URL_ENCODED_TYPE, Body.of(encoded));
    }

    static String urlEncoded(List<Entry> entries) {
        return entries.stream()
                .map(e -> URLEncoder.encode(crLf(e.name()), UTF_8) + "=" + URLEncoder.encode(crLf(e.value()), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String crLf(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    private static String quoted(String name) {
        return crLf(name).replace("\r\n", "%0D%0A").replace("\"", "%22");
    }

    /** The first of a series that stands in no entry: the same form gives the same request. */
    private static String boundary(List<Entry> entries) {
        int number = 0;
        String all = entries.toString();
        while (all.contains("----cookieproof" + number)) {
            number++;
        }
        return "----cookieproof" + number;
    }
}
