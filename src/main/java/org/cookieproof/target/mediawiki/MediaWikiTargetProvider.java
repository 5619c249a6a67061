package org.cookieproof.target.mediawiki;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.provision.Installed;
import org.cookieproof.target.Account;
import org.cookieproof.target.Control;
import org.cookieproof.target.RunningTarget;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;
import org.cookieproof.target.TargetUnavailableException;

/** Starts a family of wikis of Debian's MediaWiki package, in a directory of its own. */
@AutoService(TargetProvider.class)
public final class MediaWikiTargetProvider implements TargetProvider {

    @Override
    public String id() {
        return "mediawiki";
    }

    /** None: nobody here wrote it. Regressions are injected at the tap. */
    @Override
    public Set<String> switches() {
        return Set.of();
    }

    @Override
    public Set<Control> controls() {
        return Set.of(Control.RESET_SESSIONS);
    }

    @Override
    public RunningTarget start(
            TargetDefinition definition, Map<String, String> settings, Map<String, String> switches, Path scratch) {
        List<String> missing = Installed.onThisMachine().missing(MediaWikiSettings.NEEDS);
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(
                    "MediaWiki needs packages that are not installed; run: " + Installed.installCommand(missing));
        }
        MediaWikiSettings chosen = settings(definition, settings);
        try {
            return new RunningWikis(definition, MediaWikiServer.start(scratch, chosen));
        } catch (IOException | IllegalStateException e) {
            throw new TargetUnavailableException("MediaWiki cannot be started: " + e.getMessage(), e);
        }
    }

    private static MediaWikiSettings settings(TargetDefinition definition, Map<String, String> settings) {
        try {
            return MediaWikiSettings.of(MediaWikiFamily.of(definition.sites()), MediaWikiVariant.of(settings));
        } catch (IllegalArgumentException e) {
            throw new TargetUnavailableException(
                    definition.file() + ": MediaWiki cannot be set up so: " + e.getMessage(), e);
        }
    }

    private record RunningWikis(TargetDefinition definition, MediaWikiServer server) implements RunningTarget {

        @Override
        public Map<Endpoint, InetSocketAddress> addresses() {
            Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
            InetAddress loopback = InetAddress.getLoopbackAddress();
            definition.sites().hosts().values().forEach(host -> {
                addresses.put(
                        new Endpoint(Scheme.HTTP, host),
                        new InetSocketAddress(loopback, server.ports().http()));
                addresses.put(
                        new Endpoint(Scheme.HTTPS, host),
                        new InetSocketAddress(loopback, server.ports().https()));
            });
            return addresses;
        }

        @Override
        public List<X509Certificate> trust() {
            return List.of(server.certificateAuthority());
        }

        @Override
        public List<Account> accounts() {
            return server.accounts().stream()
                    .map(a -> new Account(a.name(), a.password()))
                    .toList();
        }

        @Override
        public Optional<TargetControl> control() {
            return Optional.of(new MediaWikiControl(server));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
