package org.cookieproof.driver.text;

import org.cookieproof.driver.Call;
import org.cookieproof.driver.NotPossibleException;

/**
 * A page on disk from which a browser sends one request by itself, with its first link or its first button: it encodes
 * forms as it does those of the web. A page on disk is nobody's referer.
 */
final class LocalPage {

    private LocalPage() {}

    /** @throws NotPossibleException for what neither a link nor a form asks for */
    static String asking(Call call) {
        if (!call.headers().isEmpty()) {
            throw new NotPossibleException("add " + call.headers().keySet() + " to a request");
        }
        Call.Content content = call.content();
        String body;
        if (call.method().equals("GET") && content == null) {
            body = "<a href=\"" + escaped(call.url().toString()) + "\">go</a>";
        } else if (call.method().equals("POST") && content != null) {
            body = form(call, Fields.of(content));
        } else {
            throw new NotPossibleException("send " + call.method() + ": it follows links and posts forms");
        }
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Here</title></head><body>" + body
                + "</body></html>";
    }

    /** The button comes first, without a name; line breaks survive in text areas alone. */
    private static String form(Call call, Fields fields) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"")
                .append(escaped(call.url().toString()))
                .append("\" enctype=\"")
                .append(fields.enctype())
                .append("\"><input type=\"submit\" value=\"go\">");
        for (Fields.Field field : fields.fields()) {
            String name = escaped(field.name());
            String value = escaped(field.value());
            form.append(
                    field.value().indexOf('\n') < 0
                            ? "<input type=\"hidden\" name=\"" + name + "\" value=\"" + value + "\">"
                            : "<textarea name=\"" + name + "\">\n" + value.replace("\r", "") + "</textarea>");
        }
        return form.append("</form>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
