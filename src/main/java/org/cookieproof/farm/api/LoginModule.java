package org.cookieproof.farm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.session.SignIn;
import org.cookieproof.farm.session.VisitSession;

/** {@code action=login}: in two legs as bots did it before {@code meta=tokens}, or with a token from there. */
record LoginModule(SignIn signIn) implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        call.requirePost("login");
        String name = call.parameter("lgname").orElse("");
        VisitSession session = call.visit().session();
        // A session that begins with this request has never given a token, so whatever the client sent is none.
        if (call.parameter("lgtoken").isEmpty() || !session.canHoldLoginToken()) {
            return needToken(session.loginToken());
        }
        if (!session.acceptsLoginToken(call.requireInForm("lgtoken"))) {
            return Map.of("login", Map.of("result", "WrongToken"));
        }
        String password = call.requireInForm("lgpassword");
        // MediaWiki's ApiLogin always asks to be remembered.
        return Map.of(
                "login",
                signIn.attempt(call.visit(), name, password, true)
                        .map(user -> success(user.id(), user.name()))
                        .orElseGet(LoginModule::failed));
    }

    private static Map<String, Object> needToken(String token) {
        Map<String, Object> login = new LinkedHashMap<>();
        login.put("result", "NeedToken");
        login.put("token", token);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "warnings",
                Map.of(
                        "login",
                        Map.of(
                                "warnings",
                                "Fetching a token via \"action=login\" is deprecated. "
                                        + "Use \"action=query&meta=tokens&type=login\" instead.")));
        body.put("login", login);
        return body;
    }

    private static Map<String, Object> success(long id, String name) {
        Map<String, Object> login = new LinkedHashMap<>();
        login.put("result", "Success");
        login.put("lguserid", id);
        login.put("lgusername", name);
        return login;
    }

    private static Map<String, Object> failed() {
        Map<String, Object> login = new LinkedHashMap<>();
        login.put("result", "Failed");
        login.put("reason", SignIn.WRONG_PASSWORD);
        return login;
    }
}
