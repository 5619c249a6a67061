package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.target.Account;

/** What Keycloak lets its administrator do, as far as we do it; asked at its address, past the proxy. */
record AdminApi(TlsProbe server, int port, Account administrator) {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]+)\"");
    private static final String REALM = "/admin/realms/cookieproof";

    /**
     * Ends every session. Of this the relying parties hear nothing: Keycloak calls those alone that have an "admin URL",
     * which is of its own adapters and not of OpenID Connect.
     */
    void logOutAll() throws IOException {
        server.post(port, REALM + "/logout-all", token(), "");
    }

    /** Ends every session of a user; the relying parties hear of it. */
    void logOut(Account user) throws IOException {
        String token = token();
        String users = server.get(
                port, REALM + "/users?exact=true&briefRepresentation=true&username=" + encoded(user.name()), token);
        server.post(port, REALM + "/users/" + found(ID, users) + "/logout", token, "");
    }

    private String token() throws IOException {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        administrator.name(),
                        "password",
                        administrator.password())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return found(TOKEN, server.post(port, "/realms/master/protocol/openid-connect/token", "", form));
    }

    private static String found(Pattern pattern, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("Keycloak's answer to its administrator lacks " + pattern);
        }
        return matcher.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
