package org.cookieproof.farm.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cookieproof.farm.session.Visit;

/** A request to the API. */
record ApiCall(Visit visit) {

    Optional<String> parameter(String name) {
        return visit.request().parameter(name);
    }

    String require(String name) throws ApiException {
        return parameter(name)
                .orElseThrow(() -> new ApiException("missingparam", "The \"" + name + "\" parameter must be set."));
    }

    /** A parameter that must not stand in a URL, where logs would keep it. */
    String requireInForm(String name) throws ApiException {
        if (visit.request().query().has(name)) {
            throw new ApiException(
                    "mustpostparams",
                    "The following parameter was found in the query string, but must be in the POST body: " + name
                            + ".");
        }
        return require(name);
    }

    /** A list separated by {@code |}. */
    List<String> list(String name, String otherwise) {
        return Arrays.asList(parameter(name).orElse(otherwise).split("\\|"));
    }

    void requirePost(String action) throws ApiException {
        if (!visit.request().isPost()) {
            throw new ApiException("mustbeposted", "The \"" + action + "\" module requires a POST request.");
        }
    }

    /** Checks {@code token} against the session. */
    void requireEditToken() throws ApiException {
        if (!visit.session().acceptsEditToken(requireInForm("token"))) {
            throw new ApiException("badtoken", "Invalid CSRF token.");
        }
    }

    /** True as {@code formatversion} 2 writes it, else the empty string of the old format. */
    Object yes() {
        return isModern() ? (Object) true : "";
    }

    boolean isModern() {
        return parameter("formatversion").filter(v -> !v.equals("1")).isPresent();
    }
}
