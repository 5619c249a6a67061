package org.cookieproof.farm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.session.Visit;

/** {@code action=query}: {@code meta=userinfo} and {@code meta=tokens}. */
final class QueryModule implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        Map<String, Object> query = new LinkedHashMap<>();
        for (String meta : call.list("meta", "")) {
            switch (meta) {
                case "userinfo" -> query.put("userinfo", userInfo(call));
                case "tokens" -> query.put("tokens", tokens(call));
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
