package org.cookieproof.farm;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request of a {@link TestBrowser} and its response.
 *
 * @param sent  the Cookie field, or empty
 * @param lines the response's header lines as they came
 */
record Exchange(String url, String sent, int status, List<String> lines, String body) {

    private static final Pattern USER = Pattern.compile("\"wgUserName\":(null|\"((?:[^\"\\\\]|\\\\.)*)\")");

    List<String> all(String name) {
        return lines.stream()
                .filter(l -> l.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(l -> l.substring(name.length() + 1).strip())
                .toList();
    }

    /** The field's one value; {@code -} if it is absent. */
    String field(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " more than once in " + url);
        }
        return values.isEmpty() ? "-" : values.get(0);
    }

    List<String> setCookies() {
        return all("Set-Cookie");
    }

    /** The names that Set-Cookie lines set, in order; those that they delete with a minus. */
    List<String> cookieNames() {
        return setCookies().stream()
                .map(l -> (l.contains("Max-Age=0") ? "-" : "") + l.substring(0, l.indexOf('=')))
                .toList();
    }

    Optional<String> setCookie(String name) {
        return setCookies().stream().filter(l -> l.startsWith(name + "=")).findFirst();
    }

    /** Status, cookies and cache fields, with values that differ from run to run written as names. */
    List<String> transcript() {
        return Stream.concat(
                        Stream.of(Integer.toString(status)),
                        lines.stream()
                                .filter(l -> l.matches("(?i)(set-cookie|vary|expires|cache-control|location):.*")))
                .map(Exchange::withoutSecrets)
                .toList();
    }

    /** Who the page says is signed in. */
    Optional<String> user() {
        Matcher user = USER.matcher(body);
        if (!user.find()) {
            throw new AssertionError("no wgUserName in " + url + ":\n" + body);
        }
        return Optional.ofNullable(user.group(2)).map(name -> name.replace("\\\"", "\""));
    }

    /** The value of a form's field, as a browser would send it. */
    String input(String name) {
        Matcher input = Pattern.compile("name=\"" + name + "\"[^>]*? value=\"([^\"]*)\"")
                .matcher(body);
        if (!input.find()) {
            throw new AssertionError("no input " + name + " in " + url + ":\n" + body);
        }
        return unescape(input.group(1));
    }

    /** The sources of all images. */
    List<String> images() {
        return Pattern.compile("<img src=\"([^\"]*)\"")
                .matcher(body)
                .results()
                .map(m -> unescape(m.group(1)))
                .toList();
    }

    static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&amp;", "&");
    }

    private static String withoutSecrets(String line) {
        return line.replaceAll("\\b[0-9a-v]{32}\\b", "ID").replaceAll("\\b[0-9a-f]{32}\\b", "ID");
    }
}
