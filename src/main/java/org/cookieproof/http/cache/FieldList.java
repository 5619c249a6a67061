package org.cookieproof.http.cache;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated field values (RFC 9110 §5.6.1) whose members may hold quoted strings (§5.6.4). */
final class FieldList {

    private FieldList() {}

    /** The members between commas that stand outside quotes, without white space around them; empty ones are dropped. */
    static List<String> members(String value) {
        List<String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && quoted && i + 1 < value.length()) {
                member.append(c).append(value.charAt(++i));
            } else if (c == ',' && !quoted) {
                add(members, member);
            } else {
                quoted = quoted != (c == '"');
                member.append(c);
            }
        }
        add(members, member);
        return members;
    }

    private static void add(List<String> members, StringBuilder member) {
        String text = member.toString().strip();
        member.setLength(0);
        if (!text.isEmpty()) {
            members.add(text);
        }
    }

    /** The text of a quoted string; anything else as it is. */
    static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
                : text;
    }
}
