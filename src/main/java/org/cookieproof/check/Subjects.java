package org.cookieproof.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Url;

/**
 * Says what a finding is about in words that stay the same from run to run, since fingerprints are made of them: the
 * role instead of the host, of a query only what chooses the page, and neither account names nor numbers.
 */
final class Subjects {

    /** The parameters that choose a page; all others carry tokens, revisions or ways back. */
    private static final List<String> CHOOSING = List.of("title", "action");

    private static final Pattern USER_PAGE = Pattern.compile("\\b(User(?:[ _]talk)?):[^/?&]+");
    private static final Pattern OPAQUE = Pattern.compile("(?=[A-Za-z]*[0-9][A-Za-z]*[0-9])[A-Za-z0-9]{16,}");
    /** A SHA-1 in base64url at the end of a cookie's name, as of mod_auth_openidc's state; no two are alike. */
    private static final Pattern HASH = Pattern.compile("(?<=_)(?=.*[A-Z])[A-Za-z0-9_-]{27}$");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    // Names such as ss0-enwikiSession keep their digit: it belongs to the name, not to a revision or a session.
    private static final Pattern SERIAL = Pattern.compile("[0-9]{3,}|[0-9]+$");

    private final Sites sites;
    private final List<String> accounts;

    Subjects(Evidence evidence) {
        sites = evidence.sites();
        accounts = evidence.identities().stream()
                .flatMap(reading -> reading.known().stream())
                .filter(Identity.User.class::isInstance)
                .map(identity -> ((Identity.User) identity).name())
                .flatMap(name -> Stream.of(name, name.replace(' ', '_')))
                .filter(name -> name.length() > 2)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** {@code first /w/index.php?title=Special:UserLogin&action=submit} */
    String page(Url url) {
        String query = CHOOSING.stream()
                .flatMap(name -> parameter(url, name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
        String page = decode(url.path()) + (query.isEmpty() ? "" : "?" + query);
        return site(url.host()) + " " + withoutWhatChanges(page);
    }

    /** {@code first}, or the host where it is not the target's. */
    String site(String host) {
        return sites.role(host).map(Role::toString).orElse(host);
    }

    /** {@code cookie enwikiPostEditRevision#} */
    String cookie(String name) {
        String unhashed = HASH.matcher(name).replaceAll("#");
        return "cookie "
                + SERIAL.matcher(OPAQUE.matcher(unhashed).replaceAll("#")).replaceAll("#");
    }

    private String withoutWhatChanges(String page) {
        String named = page;
        for (String account : accounts) {
            named = named.replace(account, "*");
        }
        named = USER_PAGE.matcher(named).replaceAll("$1:*");
        return NUMBER.matcher(OPAQUE.matcher(named).replaceAll("#")).replaceAll("#");
    }

    private static Optional<String> parameter(Url url, String name) {
        return url.query().stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .findFirst();
    }

    /** Percent-decodes what can be decoded: {@code Special%3AUserLogin} and {@code Special:UserLogin} are one page. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            boolean escaped = low >= 0;
            out[length++] = escaped ? (byte) (high << 4 | low) : in[i];
            i += escaped ? 2 : 0;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
