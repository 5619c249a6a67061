package org.cookieproof.farm.api;

import java.util.Map;

/** {@code action=logout}: everywhere, at once; other domains' cookies stay where they are until their next request. */
final class LogoutModule implements ApiModule {

    @Override
    public Map<String, Object> run(ApiCall call) throws ApiException {
        call.requirePost("logout");
        call.requireEditToken();
        call.visit().session().logOut();
        return Map.of();
    }
}
