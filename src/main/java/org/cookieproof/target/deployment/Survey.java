package org.cookieproof.target.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/**
 * What a few pages of a site tell of the service behind it.
 *
 * @param host        where a person starts, after redirects
 * @param schemes     that are worth playing; plain http that only leads to https is not
 * @param remarks     on schemes, for a person
 * @param hsts        the Strict-Transport-Security field, where one came over https
 * @param service     which it seems to be
 * @param detail      what it says of itself, for a person; may be empty
 * @param cookies     that were set, by name with what else their lines say
 * @param candidates  hosts that may play a role beside it, or must be reached as well; for a person to decide
 * @param asked       every URL that was asked for, in order
 */
public record Survey(
        String host,
        Set<Scheme> schemes,
        List<String> remarks,
        Optional<String> hsts,
        Service service,
        String detail,
        Map<String, String> cookies,
        List<Candidate> candidates,
        List<Url> asked) {

    /** Which service it seems to be. */
    public enum Service {
        MEDIAWIKI("MediaWiki", "mediawiki.yaml"),
        KEYCLOAK("a site behind Keycloak", "keycloak.yaml"),
        OPENID_CONNECT("a site behind an OpenID Connect provider", ""),
        UNKNOWN("a service that this does not know", "");

        private final String says;
        private final String flows;

        Service(String says, String flows) {
            this.says = says;
            this.flows = flows;
        }

        public String says() {
            return says;
        }

        /** The name of the flow file that fits it; empty where none does. */
        String flows() {
            return flows;
        }
    }

    /**
     * A host that may belong to it.
     *
     * @param role as target files name it; {@code also-allowed} for what only has to be reached
     * @param why  it is one, for a person
     */
    public record Candidate(String role, String host, String why) {
        public Candidate {
            Objects.requireNonNull(role);
            Objects.requireNonNull(host);
            Objects.requireNonNull(why);
        }
    }

    public Survey {
        Objects.requireNonNull(host);
        schemes = Set.copyOf(schemes);
        remarks = List.copyOf(remarks);
        Objects.requireNonNull(hsts);
        Objects.requireNonNull(service);
        Objects.requireNonNull(detail);
        cookies = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(cookies));
        candidates = List.copyOf(candidates);
        asked = List.copyOf(asked);
    }
}
