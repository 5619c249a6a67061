package org.cookieproof.target.farm;

import com.google.auto.service.AutoService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.farm.Farm;
import org.cookieproof.farm.Mechanisms;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Account;
import org.cookieproof.target.Control;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.target.TargetUnavailableException;

/** Starts the embedded farm in this process. */
@AutoService(TargetProvider.class)
public final class FarmTargetProvider implements TargetProvider {

    @Override
    public String id() {
        return "farm";
    }

    @Override
    public Set<String> switches() {
        return Mechanisms.keys();
    }

    /** All there are. */
    @Override
    public Set<Control> controls() {
        return Set.of(Control.values());
    }

    @Override
    public Optional<String> whyNot(Map<String, String> switches) {
        try {
            mechanisms(switches);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Mechanisms mechanisms(Map<String, String> switches) {
        Mechanisms mechanisms = Mechanisms.healthy();
        for (Map.Entry<String, String> choice : switches.entrySet()) {
            mechanisms = mechanisms.with(choice.getKey(), choice.getValue());
        }
        return mechanisms;
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition,
            Map<String, String> settings,
            Map<String, String> switches,
            Path scratch,
            long seed) {
        Map<String, String> seeded = new HashMap<>(settings);
        seeded.putIfAbsent("seed", String.valueOf(seed)); // a variant's own seed wins
        return start(definition, seeded, switches, scratch);
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        try {
            return new RunningFarm(definition, Farm.start(FarmVariant.settings(settings, mechanisms(switches))));
        } catch (IllegalArgumentException e) {
            throw new TargetUnavailableException("the farm cannot be set up so: " + e.getMessage(), e);
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            throw new TargetUnavailableException("the farm cannot be started: " + e.getMessage(), e);
        }
    }

    private record RunningFarm(TargetDefinition definition, Farm farm) implements RunningTarget {

        @Override
        public Map<Endpoint, InetSocketAddress> addresses() {
            Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
            definition.sites().hosts().values().forEach(host -> {
                addresses.put(new Endpoint(Scheme.HTTP, host), loopback(farm.httpPort()));
                addresses.put(new Endpoint(Scheme.HTTPS, host), loopback(farm.httpsPort()));
            });
            return addresses;
        }

        private static InetSocketAddress loopback(int port) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public List<X509Certificate> trust() {
            return List.of(farm.certificateAuthority());
        }

        @Override
        public List<Account> accounts() {
            return farm.accounts().stream()
                    .map(a -> new Account(a.name(), a.password()))
                    .toList();
        }

        @Override
        public Optional<TargetControl> control() {
            return Optional.of(new FarmControl(farm));
        }

        @Override
        public void close() {
            farm.close();
        }
    }
}
