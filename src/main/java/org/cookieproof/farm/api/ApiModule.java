package org.cookieproof.farm.api;

import java.util.Map;

/** What one {@code action} does. */
interface ApiModule {

    /** The answer's body. */
    Map<String, Object> run(ApiCall call) throws ApiException;
}
