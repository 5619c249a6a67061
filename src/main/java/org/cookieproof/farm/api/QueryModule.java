package org.cookieproof.farm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.session.Visit;

/** {@code action=query}: {@code meta=userinfo}, {@code meta=tokens} and of {@code meta=siteinfo} what bots want. */
final class QueryModule implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        Map<String, Object> query = new LinkedHashMap<>();
        for (String meta : call.list("meta", "")) {
            switch (meta) {
                case "userinfo" -> query.put("userinfo", userInfo(call));
                case "tokens" -> query.put("tokens", tokens(call));
                case "siteinfo" -> query.putAll(siteInfo(call));
                case "" -> {
                    // A query for nothing is answered with nothing.
                }
                default ->
                    throw new ApiException("badvalue", "Unrecognized value for parameter \"meta\": " + meta + ".");
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("batchcomplete", call.yes());
        body.put("query", query);
        return body;
    }

    /** As MediaWiki 1.39 answers, which is Debian's; its own namespaces are the main one and that of special pages. */
    private static Map<String, Object> siteInfo(ApiCall call) throws ApiException {
        Map<String, Object> info = new LinkedHashMap<>();
        for (String property : call.list("siprop", "general")) {
            switch (property) {
                case "general" -> info.put("general", general(call));
                case "namespaces" ->
                    info.put("namespaces", Map.of("0", namespace(call, 0, ""), "-1", namespace(call, -1, "Special")));
                default ->
                    throw new ApiException(
                            "badvalue", "Unrecognized value for parameter \"siprop\": " + property + ".");
            }
        }
        return info;
    }

    private static Map<String, Object> general(ApiCall call) {
        Map<String, Object> general = new LinkedHashMap<>();
        general.put("mainpage", "Main Page");
        general.put("base", call.visit().here("/wiki/Main_Page").toString());
        general.put("generator", "MediaWiki 1.39.0");
        general.put("case", "first-letter");
        general.put("writeapi", call.yes());
        return general;
    }

    private static Map<String, Object> namespace(ApiCall call, int id, String name) {
        Map<String, Object> namespace = new LinkedHashMap<>();
        namespace.put("id", id);
        namespace.put("case", "first-letter");
        namespace.put(call.isModern() ? "name" : "*", name);
        return namespace;
    }

    private static Map<String, Object> userInfo(ApiCall call) {
        Map<String, Object> info = new LinkedHashMap<>();
        Visit visit = call.visit();
        visit.user()
                .ifPresentOrElse(
                        user -> {
                            info.put("id", user.id());
                            info.put("name", user.name());
                        },
                        () -> {
                            info.put("id", 0);
                            info.put("name", visit.request().remoteAddress());
                            info.put("anon", call.yes());
                        });
        return info;
    }

    private static Map<String, Object> tokens(ApiCall call) throws ApiException {
        Map<String, Object> tokens = new LinkedHashMap<>();
        for (String type : call.list("type", "csrf")) {
            switch (type) {
                case "csrf" -> tokens.put("csrftoken", call.visit().session().editToken());
                case "login" -> tokens.put("logintoken", call.visit().session().loginToken());
                default ->
                    throw new ApiException("badvalue", "Unrecognized value for parameter \"type\": " + type + ".");
            }
        }
        return tokens;
    }
}
