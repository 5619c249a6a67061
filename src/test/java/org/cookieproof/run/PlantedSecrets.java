package org.cookieproof.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.tap.RawServer;

/** Secrets that a server hands out in a login, and then shows again in every place and spelling. */
final class PlantedSecrets {

    static final String PASSWORD = "c0rrect <horse> & \"staple\"";
    private static final String SESSION = "s3ssionV4lue/of+Alice==";
    private static final String TOKEN = "l0ginT0ken9f8e7d+\\";
    private static final String API_TOKEN = "csrf7oken1a2b3c4d+\\";

    static final List<String> ALL = List.of(PASSWORD, SESSION, TOKEN, API_TOKEN);

    private PlantedSecrets() {}

    static void plant(RawServer server) {
        server.on(
                "/w/index.php?title=Special:UserLogin&returnto=Main+Page",
                HostileTargetProvider.page(
                        "Set-Cookie: enwikiSession=" + percent(SESSION) + "; Path=/; HttpOnly\r\n",
                        "<!doctype html><title>Log in</title><form name=userlogin method=post action=\"/login\">"
                                + "<input name=wpName><input type=password name=wpPassword>"
                                + "<input type=checkbox name=wpRemember value=1>"
                                + "<input type=hidden name=wpLoginToken value=\"" + html(TOKEN)
                                + "\"><button>in</button></form>"));
        StringBuilder echo = new StringBuilder("<!doctype html><title>in</title>");
        StringBuilder headers = new StringBuilder();
        for (String secret : ALL) {
            for (String spelled : traces(secret)) {
                echo.append("<!-- ").append(spelled).append(" -->\n");
                headers.append("X-Echo: ").append(spelled).append("\r\n");
            }
            echo.append("<a href=\"/x?y=").append(percent(secret)).append("\">link</a>");
        }
        server.on("/login", HostileTargetProvider.page(headers.toString(), echo.toString()));
        String json = "{\"token\":\"" + json(API_TOKEN) + "\"}";
        server.on(
                "/api",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: private\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json);
    }

    /** Whoever reads one of these knows the secret. */
    static Set<String> traces(String secret) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(secret);
        spellings.add(percent(secret));
        spellings.add(percent(secret).replace("+", "%20"));
        // Only the escapes: in lower case throughout it would be another secret.
        spellings.add(Pattern.compile("%..")
                .matcher(percent(secret))
                .replaceAll(m -> m.group().toLowerCase(Locale.ROOT)));
        spellings.add(percent(percent(secret).replace("+", "%20")));
        spellings.add(html(secret));
        spellings.add(json(secret));
        spellings.add(base64(secret));
        spellings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        spellings.add(base64("Alice:" + secret + "!"));
        spellings.add(base64("Bob.:" + secret));
        return spellings;
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
