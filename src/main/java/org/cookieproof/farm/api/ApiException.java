package org.cookieproof.farm.api;

/** A request that the API answers with an error: HTTP 200, the code in the body and in {@code MediaWiki-API-Error}. */
final class ApiException extends Exception {

    private final String code;

    /**
     * @param code for machines
     * @param info for people
     */
    ApiException(String code, String info) {
        super(info);
        this.code = code;
    }

    String code() {
        return code;
    }

    String info() {
        return String.valueOf(getMessage());
    }
}
