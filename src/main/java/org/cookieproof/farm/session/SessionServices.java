package org.cookieproof.farm.session;

import org.cookieproof.farm.wire.Ids;

/** What a request's session is made with. */
public record SessionServices(
        LocalSessions locals,
        CentralSessions centrals,
        CentralProvider providers,
        SessionCookies writer,
        FormTokens formTokens,
        FormSecret formSecret,
        CacheLimiter cacheLimiter,
        LoginSessionId loginSessionId,
        CentralUpdate centralUpdate,
        TokenReset tokenReset,
        StoreOutage storeOutage,
        AuthLog log,
        Ids ids) {}
