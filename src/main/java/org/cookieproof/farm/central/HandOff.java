package org.cookieproof.farm.central;

import org.jspecify.annotations.Nullable;

/** What the wikis hand to each other under one-time tokens, and for which purpose. */
final class HandOff {

    static final String LOGIN_START = "central-login-start-token";
    static final String LOGIN_COMPLETE = "central-login-complete-token";
    static final String AUTO_LOGIN = "centralautologin-token";
    static final String RETURN_URL = "centralautologin-returnurl";

    private HandOff() {}

    /** From the wiki of the password to the central wiki. */
    record LoginStart(long userId, String userToken, String wikiId, String secret) {}

    /** Back to the wiki of the password. */
    record LoginComplete(String centralSessionId, String secret) {}

    /** From the central wiki to the one that asks who is there. */
    record Candidate(long userId) {}

    /**
     * From that one back, and once more.
     *
     * @param userToken null until the central wiki has confirmed who is there
     * @param centralSessionId null where the central wiki has none itself
     */
    record Attempt(
            long userId,
            String wikiId,
            @Nullable String userToken,
            @Nullable String centralSessionId,
            boolean remember) {}

    /** Where a chain of redirects is to end. */
    record ReturnUrl(String url) {}
}
