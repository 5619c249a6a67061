package org.cookieproof.target.deployment;

import com.google.auto.service.AutoService;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.cookieproof.http.Endpoint;
import org.cookieproof.target.Account;
import org.cookieproof.target.Deployment;
import org.cookieproof.target.Reach;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.target.TargetUnavailableException;

/** Leads to a deployment that runs already. */
@AutoService(TargetProvider.class)
public final class DeploymentTargetProvider implements TargetProvider {

    private final Map<String, String> environment;

    /** With the environment of this process. */
    public DeploymentTargetProvider() {
        this(System.getenv());
    }

    DeploymentTargetProvider(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String id() {
        return Deployment.PROVIDER;
    }

    /** None: nobody here wrote it. Regressions are injected at the tap. */
    @Override
    public Set<String> switches() {
        return Set.of();
    }

    /** Nothing is sent before a person wants it, and no account is used before every site has answered. */
    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        Reach reach = Reach.of(definition);
        SortedSet<String> strangers = reach.strangers();
        if (!strangers.isEmpty() && !definition.deployment().confirmed()) {
            throw new TargetUnavailableException("nobody has confirmed that " + String.join(", ", strangers)
                    + " may be sent requests; './cookieproof run' asks, or takes --yes");
        }
        Trust trust = Trust.of(definition.deployment().trust());
        if (definition.deployment().examined()) {
            return examined(definition, reach, trust);
        }
        List<Account> accounts = AccountsOutside.read(definition.deployment().accounts(), environment);
        new Reachability(trust).require(reach.sites());
        return new Reached(reach.all(), trust.authorities(), accounts, Optional.empty());
    }

    /** Whoever examines it asks each site himself, and wants to hear of all that is wrong at once. */
    private RunningTarget examined(TargetDefinition definition, Reach reach, Trust trust) {
        try {
            List<Account> accounts =
                    AccountsOutside.read(definition.deployment().accounts(), environment);
            return new Reached(reach.all(), trust.authorities(), accounts, Optional.empty());
        } catch (TargetUnavailableException e) {
            return new Reached(
                    reach.all(), trust.authorities(), List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private record Reached(
            Map<Endpoint, InetSocketAddress> addresses,
            List<X509Certificate> trust,
            List<Account> accounts,
            Optional<String> accountsLack)
            implements RunningTarget {

        @Override
        public void close() {
            // Nothing was started.
        }
    }
}
