package org.cookieproof.target.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts servers and waits until they answer.
 *
 * @param patience how long until the first answer
 */
public record Startup(ProcessDirectory directory, Duration patience, InstantSource clock) {

    private static final int ATTEMPTS = 4;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);
    /** In the words of nginx and Apache, and of Redis and the JDK but for the first letter. */
    private static final String PORT_TAKEN = "ddress already in use";

    /** Something that answers at last, and may fail until then. */
    @FunctionalInterface
    public interface Probe {
        boolean answers() throws IOException;
    }

    /** Where servers are to listen. */
    @FunctionalInterface
    public interface Free<P> {
        P ports() throws IOException;
    }

    /** Starts servers that are to listen there, and tells what to ask them. */
    @FunctionalInterface
    public interface Servers<P> {
        Probe start(P ports) throws IOException;
    }

    /**
     * Starts servers on free ports, on others when another program took one meanwhile.
     *
     * @param what as messages call them
     * @throws IOException if one does not come up, with the end of its log
     */
    public <P> P onFreePorts(String what, Free<P> free, Servers<P> servers) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<LeashedProcess> before = directory.running();
            P ports = free.ports();
            Probe probe = servers.start(ports);
            List<LeashedProcess> begun = new ArrayList<>(directory.running());
            begun.removeAll(before);
            if (awaitAnswer(what, begun, probe)) {
                return ports;
            }
            begun.forEach(directory::end);
        }
        throw new IOException("no ports stayed free for " + what);
    }

    /**
     * Waits for the first answer; whatever runs in the directory must live on meanwhile.
     *
     * @param begun those that are waited for; at least one
     * @return false if one of them found its port taken
     */
    public boolean awaitAnswer(String what, List<LeashedProcess> begun, Probe probe) throws IOException {
        Instant deadline = clock.instant().plus(patience);
        IOException lastFailure = new IOException("no answer yet");
        while (clock.instant().isBefore(deadline)) {
            for (LeashedProcess process : directory.running()) {
                if (process.endsWithin(Duration.ZERO)) {
                    if (begun.contains(process) && process.log().contains(PORT_TAKEN)) {
                        return false;
                    }
                    throw new IOException(
                            what + " did not start; " + process.log().tail(), lastFailure);
                }
            }
            try {
                if (probe.answers()) {
                    return true;
                }
                lastFailure = new IOException("it answers, but not as it should");
            } catch (IOException e) {
                lastFailure = e;
            }
            begun.get(0).endsWithin(BETWEEN_PROBES);
        }
        throw new IOException(
                what + " did not start within " + patience.toSeconds() + " s; "
                        + begun.stream().map(process -> process.log().tail()).collect(Collectors.joining("\n")),
                lastFailure);
    }
}
