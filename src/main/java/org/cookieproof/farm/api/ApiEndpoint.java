package org.cookieproof.farm.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.page.Library;
import org.cookieproof.farm.page.WriteCookies;
import org.cookieproof.farm.page.WriteGuard;
import org.cookieproof.farm.session.SignIn;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Json;

/** {@code /w/api.php}: always JSON, always HTTP 200, never redirected to https. */
public final class ApiEndpoint {

    private final Map<String, ApiModule> modules;
    private final WriteGuard guard;

    public ApiEndpoint(SignIn signIn, Library library, WriteCookies writeCookies, WriteGuard guard) {
        this.guard = guard;
        modules = Map.of(
                "query", new QueryModule(),
                "login", new LoginModule(signIn),
                "clientlogin", new ClientLoginModule(signIn),
                "edit", new EditModule(library, writeCookies),
                "logout", new LogoutModule());
    }

    public Answer answer(Visit visit) {
        ApiCall call = new ApiCall(visit);
        try {
            String action = call.require("action");
            ApiModule module = modules.get(action);
            if (module == null) {
                throw new ApiException("badvalue", "Unrecognized value for parameter \"action\": " + action + ".");
            }
            if (guard.checksAssertions()) {
                checkAssertions(call);
            }
            return json(module.run(call));
        } catch (ApiException e) {
            return json(Map.of("error", error(call, e))).with("MediaWiki-API-Error", e.code());
        }
    }

    private static void checkAssertions(ApiCall call) throws ApiException {
        Optional<String> user = call.visit().user().map(UserAccount::name);
        String asserted = call.parameter("assert").orElse("");
        if (asserted.equals("user") && user.isEmpty()) {
            throw new ApiException(
                    "assertuserfailed", "You are no longer logged in, so the action could not be completed.");
        }
        if (asserted.equals("anon") && user.isPresent()) {
            throw new ApiException(
                    "assertanonfailed", "You are no longer logged out, so the action could not be completed.");
        }
        Optional<String> named = call.parameter("assertuser").map(name -> name.replace('_', ' '));
        if (named.isPresent() && !named.equals(user)) {
            throw new ApiException(
                    "assertnameduserfailed",
                    "You are no longer logged in as \"" + named.get() + "\", so the action could not be completed.");
        }
    }

    private static Map<String, Object> error(ApiCall call, ApiException problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("info", problem.info());
        error.put(call.isModern() ? "docref" : "*", "See " + call.visit().here("/w/api.php") + " for API usage.");
        return error;
    }

    private static Answer json(Map<String, Object> body) {
        return Answer.of(200, "application/json; charset=utf-8", Json.write(body), CachePolicy.API);
    }
}
