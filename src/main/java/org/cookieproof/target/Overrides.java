package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Endpoint;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;

/**
 * What a person says of a target on the command line; it beats the target's file.
 *
 * @param resolve {@code HOST[:SCHEME]:ADDRESS[:PORT]}
 * @param cacert  a PEM file, instead of those in the file
 * @param headers {@code HOST: NAME: VALUE}, or {@code *} for all sites but {@code foreign}, over https only; of one name
 *                the last counts, after the file's
 */
public record Overrides(List<String> resolve, Optional<Path> cacert, List<String> headers) {

    public static final Overrides NONE = new Overrides(List.of(), Optional.empty(), List.of());

    private static final Position RESOLVE = Position.option("--resolve");
    private static final Position HEADER = Position.option("--header");
    private static final Pattern RESOLVED = Pattern.compile("([^:]+(?::https?)?):(.+)");
    private static final Pattern FIELD = Pattern.compile("([^:]+):\\s*([^:]+?)\\s*:(.*)", Pattern.DOTALL);

    public Overrides {
        resolve = List.copyOf(resolve);
        headers = List.copyOf(headers);
    }

    /** The target as it is to be reached; what cannot be used is told, without the values of header fields. */
    public TargetDefinition appliedTo(TargetDefinition target, Problems problems) {
        Hosts hosts = new Hosts(target.sites(), target.schemes(), problems);
        hosts.allow(target.deployment().alsoAllowed());
        boolean ours = !target.provider().equals(Deployment.PROVIDER);
        if (ours && !(resolve.isEmpty() && cacert.isEmpty())) {
            problems.add(
                    Position.option(cacert.isPresent() ? "--cacert" : "--resolve"),
                    "target '" + target.name() + "' is started here and needs neither --resolve nor --cacert; they are"
                            + " for provider '" + Deployment.PROVIDER + "'");
            return target;
        }
        Deployment deployment = target.deployment().reachedAt(addresses(resolve, hosts::addresses, problems));
        if (cacert.isPresent()) {
            Authorities.whyNot(cacert.get()).ifPresent(why -> problems.add(Position.option("--cacert"), why));
            deployment = deployment.trusting(List.of(cacert.get()));
        }
        return target.with(deployment.adding(headers(target, hosts, problems)));
    }

    /** Where hosts are that need belong to no target; a problem where that cannot be told. */
    public static Map<Endpoint, InetSocketAddress> addresses(List<String> resolve, Problems problems) {
        return addresses(resolve, Hosts.any(problems)::addresses, problems);
    }

    /** Reads what stands before and after the address. */
    private interface Reader {
        Map<Endpoint, InetSocketAddress> addresses(Position at, String host, String address);
    }

    private static Map<Endpoint, InetSocketAddress> addresses(List<String> resolve, Reader reader, Problems problems) {
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
        for (String text : resolve) {
            Matcher matcher = RESOLVED.matcher(text);
            if (matcher.matches()) {
                addresses.putAll(reader.addresses(RESOLVE, matcher.group(1), matcher.group(2)));
            } else {
                problems.add(
                        RESOLVE,
                        "takes HOST:ADDRESS, HOST:ADDRESS:PORT or HOST:https:ADDRESS:PORT, not '" + text + "'");
            }
        }
        return addresses;
    }

    private List<RequestHeader> headers(TargetDefinition target, Hosts hosts, Problems problems) {
        List<RequestHeader> all = new ArrayList<>(target.deployment().requestHeaders());
        for (String text : headers) {
            Matcher matcher = FIELD.matcher(text);
            if (!matcher.matches()) {
                problems.add(HEADER, "takes 'HOST: NAME: VALUE', or '*: NAME: VALUE' for all sites");
                continue;
            }
            String host = matcher.group(1).strip();
            String name = matcher.group(2);
            String value = matcher.group(3).strip();
            RequestHeader.whyNot(name)
                    .or(() -> RequestHeader.whyNotValue(value))
                    .ifPresent(why -> problems.add(HEADER, why));
            RequestHeader header = typed(name, value, at(host, target, hosts));
            Set<String> never = hosts.without(header.schemes(), header.hosts());
            if (!never.isEmpty() && never.size() == header.hosts().size()) {
                problems.add(
                        HEADER,
                        "what is typed is sent over https only, which " + String.join(", ", never)
                                + " does not serve; name the field in 'request-headers:' of the target file, with"
                                + " 'value-from:' and 'schemes: [http]'");
            }
            all.add(header);
        }
        return all;
    }

    /** A host that must never see a credential is named, or gets none. */
    private static Set<String> at(String host, TargetDefinition target, Hosts hosts) {
        return host.equals("*")
                ? target.sites().hosts().entrySet().stream()
                        .filter(site -> site.getKey() != Role.FOREIGN)
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toUnmodifiableSet())
                : hosts.own(HEADER, host).map(Set::of).orElse(Set.of());
    }

    private static RequestHeader typed(String name, String text, Set<String> at) {
        ValueSource value = new ValueSource.Typed(text);
        return new RequestHeader(name, value, at, RequestHeader.schemesOf(value), Optional.empty());
    }

    @Override
    public String toString() {
        return "Overrides[resolve=" + resolve + ", cacert=" + cacert + ", headers=" + headers.size() + "]"; // secrets
    }
}
