package org.cookieproof.farm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.SignIn;

/** {@code action=clientlogin}: how apps sign people in. */
record ClientLoginModule(SignIn signIn) implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        call.requirePost("clientlogin");
        if (call.parameter("loginreturnurl").isEmpty()
                && call.parameter("logincontinue").isEmpty()) {
            throw new ApiException(
                    "missingparam",
                    "At least one of the parameters \"logincontinue\" and \"loginreturnurl\" is required.");
        }
        if (!call.visit().session().acceptsLoginToken(call.requireInForm("logintoken"))) {
            throw new ApiException("badtoken", "Invalid CSRF token.");
        }
        String password = call.requireInForm("password");
        boolean remember = call.parameter("rememberMe").isPresent();
        return Map.of(
                "clientlogin",
                signIn.attempt(call.visit(), call.require("username"), password, remember)
                        .map(ClientLoginModule::pass)
                        .orElseGet(ClientLoginModule::fail));
    }

    private static Map<String, Object> pass(UserAccount account) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "PASS");
        body.put("username", account.name());
        return body;
    }

    private static Map<String, Object> fail() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "FAIL");
        body.put("message", SignIn.WRONG_PASSWORD);
        body.put("messagecode", "wrongpassword");
        return body;
    }
}
