package org.cookieproof.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.selenium.GridProbe;
import org.cookieproof.process.OwnProcesses;
import org.cookieproof.target.process.FreePorts;

/** A hub and two nodes, each a virtual machine of its own on loopback, each node with one slot for a Chromium. */
final class StartedGrid implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GridProgram program;
    private final Path directory;
    private final List<Integer> ports;
    private final Map<String, Process> started = new HashMap<>();

    private StartedGrid(GridProgram program, Path directory) throws IOException {
        this.program = program;
        this.directory = directory;
        this.ports = FreePorts.some(5);
    }

    /** @param directory empty */
    static StartedGrid in(Path directory) throws IOException, InterruptedException {
        StartedGrid grid = new StartedGrid(GridProgram.get(), directory);
        try {
            grid.start("hub", 0, List.of());
            grid.awaitHub();
            grid.start("node-1", 1, grid.ofNodes());
            grid.start("node-2", 2, grid.ofNodes());
            grid.awaitSlots(2);
            return grid;
        } catch (IOException | RuntimeException e) {
            grid.close();
            throw e;
        }
    }

    private List<String> ofNodes() {
        return List.of(
                "--hub",
                hub().toString(),
                "--selenium-manager",
                "false",
                "--detect-drivers",
                "false",
                "--max-sessions",
                "1",
                "--driver-configuration",
                "display-name=Chromium",
                "max-sessions=1",
                "webdriver-executable=/usr/bin/chromedriver",
                "stereotype={\"browserName\":\"chrome\"}");
    }

    private void start(String name, int port, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                name.startsWith("hub") ? "hub" : "node",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(ports.get(port)),
                "--publish-events",
                "tcp://127.0.0.1:" + ports.get(3),
                "--subscribe-events",
                "tcp://127.0.0.1:" + ports.get(4)));
        arguments.addAll(more);
        Path home = Files.createDirectories(directory.resolve(name));
        ProcessBuilder builder = new ProcessBuilder(program.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", home.toString());
        started.put(name, builder.start());
    }

    URI hub() {
        return URI.create("http://127.0.0.1:" + ports.get(0));
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    /** What a node has said so far. */
    String said(String node) throws IOException {
        return Files.readString(log(node));
    }

    private void awaitHub() throws IOException {
        await(() -> {
            try {
                GridProbe.slots(hub());
                return true;
            } catch (UserAgentBrokenException e) {
                return String.valueOf(e.getMessage()).contains("has no node"); // it answers
            }
        });
    }

    private void awaitSlots(int slots) throws IOException {
        await(() -> {
            try {
                return GridProbe.slots(hub()) == slots;
            } catch (UserAgentBrokenException e) {
                return false;
            }
        });
    }

    private void await(java.util.function.BooleanSupplier there) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > until || started.values().stream().anyMatch(p -> !p.isAlive())) {
                throw new IOException("the Grid does not start: " + logs());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : started.keySet()) {
            all.append('\n').append(name).append(":\n").append(said(name));
        }
        return all.toString();
    }

    /** Everything below the nodes: chromedrivers and browsers. */
    List<ProcessHandle> ofItsBrowsers() {
        return nodes().flatMap(ProcessHandle::descendants).toList();
    }

    private Stream<ProcessHandle> nodes() {
        return started.entrySet().stream()
                .filter(e -> e.getKey().startsWith("node"))
                .map(e -> e.getValue().toHandle());
    }

    /** As a machine that is switched off, with the browsers on it. */
    void killNodes() {
        List<ProcessHandle> all =
                Stream.concat(ofItsBrowsers().stream(), nodes()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        OwnProcesses.awaitEnd(all, PATIENCE);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = started.values().stream()
                .map(Process::toHandle)
                .flatMap(p -> Stream.concat(p.descendants(), Stream.of(p)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        OwnProcesses.awaitEnd(all, PATIENCE);
    }
}
