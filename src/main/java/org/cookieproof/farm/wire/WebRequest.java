package org.cookieproof.farm.wire;

import java.util.Optional;

/**
 * A request as the farm's pages see it.
 *
 * @param host          in lower case, without a port
 * @param path          decoded
 * @param target        path and query as they came
 * @param remoteAddress the client's address
 */
public record WebRequest(
        boolean https,
        String host,
        String method,
        String path,
        String target,
        Parameters query,
        Parameters form,
        RequestCookies cookies,
        String remoteAddress) {

    /** {@code https} or {@code http}. */
    public String scheme() {
        return https ? "https" : "http";
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** The form's parameter of this name, else the query's, as in MediaWiki. */
    public Optional<String> parameter(String name) {
        return form.get(name).or(() -> query.get(name));
    }
}
