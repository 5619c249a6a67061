package org.cookieproof.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Optional;
import org.cookieproof.driver.Grid;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Remote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where browsers are had from, if not from this machine. */
final class RemoteOptions {

    @Option(
            names = "--remote",
            paramLabel = "URL",
            description = "Play the profiles of driver selenium at the Selenium Grid whose hub is at this URL; all"
                    + " others are played here.")
    private @Nullable URI remote;

    @Option(
            names = "--tap-address",
            paramLabel = "ADDRESS",
            description = "This machine's address on which the Grid's nodes reach the recording proxy (default:"
                    + " loopback). While the run lasts, whoever reaches it can send requests to the target through"
                    + " it.")
    private @Nullable String tapAddress;

    /**
     * What was asked for, with the Grid's slots counted; empty for this machine alone.
     *
     * @throws org.cookieproof.driver.UserAgentBrokenException when the Grid is not there
     */
    Optional<Remote> remote(PlannedRun run, Catalog catalog, Terminal terminal) {
        URI hub = remote;
        if (hub == null) {
            if (tapAddress != null) {
                throw new UsageException(
                        "--tap-address is for the nodes of a Selenium Grid; say with --remote URL which");
            }
            return Optional.empty();
        }
        if (hub.getHost() == null || !String.valueOf(hub.getScheme()).matches("https?")) {
            throw new UsageException(
                    "--remote takes the URL of a Selenium Grid's hub, as http://hub.example.org:4444, not '"
                            + Grid.shown(hub) + "'");
        }
        InetAddress tap = tapAddress(hub);
        if (!tap.isLoopbackAddress()) {
            terminal.progress(
                    "The tap listens on " + tap.getHostAddress() + ", where nobody has to sign in: until the run"
                            + " ends, whoever reaches that address can send requests to the target through it.");
        }
        int slots = Remote.slots(hub, run, catalog)
                .orElseThrow(() -> new UsageException(
                        "--remote: no cell of this run is of a profile that a Selenium Grid can play; profiles of"
                                + " driver selenium are, for example --profile chromium-webdriver"));
        return Optional.of(new Remote(hub, slots, tap));
    }

    private InetAddress tapAddress(URI hub) {
        String address = tapAddress;
        if (address == null) {
            if (!isLoopback(hub.getHost())) {
                throw new UsageException(
                        "the nodes of the Selenium Grid at " + Grid.shown(hub) + " cannot reach a recording proxy on"
                                + " this machine's loopback; say with --tap-address which of its addresses they reach"
                                + " (127.0.0.1 if they run here)");
            }
            return InetAddress.getLoopbackAddress();
        }
        try {
            InetAddress own = InetAddress.getByName(address);
            if (own.isAnyLocalAddress() || NetworkInterface.getByInetAddress(own) == null) {
                throw new UsageException("--tap-address takes one address of this machine's that nodes can connect to;"
                        + " '" + address + "' is none ('ip address' lists them)");
            }
            return own;
        } catch (IOException e) {
            throw new UsageException("--tap-address: '" + address + "' is no address that is known here");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false; // the probe says that nobody is there
        }
    }
}
