package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.Ports;
import org.cookieproof.target.process.ProcessDirectory;

/** The programs that serve a family of wikis, from their start to their end. */
final class WikiProcesses {

    private static final int PORT_ATTEMPTS = 4;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final WikiDirectory wiki;
    private final ProcessDirectory directory;
    private final Programs programs;
    private final Duration patience;
    /** The last started first, which is the order of their end; the shutdown hook may come while others start. */
    private final Deque<LeashedProcess> processes = new ConcurrentLinkedDeque<>();

    WikiProcesses(WikiDirectory wiki, ProcessDirectory directory, Programs programs, Duration patience) {
        this.wiki = wiki;
        this.directory = directory;
        this.programs = programs;
        this.patience = patience;
    }

    /** Something that is answered at last, and may fail until then. */
    @FunctionalInterface
    interface Probe {
        boolean answersAt(Ports ports) throws IOException;
    }

    /** What is to be started once it is known where it may listen. */
    @FunctionalInterface
    private interface OnPorts {
        LeashedProcess start(Ports ports) throws IOException;
    }

    /** A probe that knows where to ask. */
    @FunctionalInterface
    private interface Asked {
        boolean answers() throws IOException;
    }

    /** @return where it listens */
    Redis startRedis() throws IOException {
        String password = wiki.newPassword();
        Ports ports = startOnFreePorts(
                "Redis",
                free -> {
                    wiki.write("redis.conf", Map.of("port", Integer.toString(free.http()), "password", password));
                    return leashed("redis.log", programs.redis().toString(), "redis.conf");
                },
                free -> processes.getFirst().log().contains("Ready to accept connections"));
        return new Redis(ports.http(), password);
    }

    void startPhp() throws IOException {
        wiki.write("php-fpm.conf", wiki.places());
        processes.push(leashed(
                "php-fpm.log",
                programs.phpFpm().toString(),
                "--nodaemonize",
                "--allow-to-run-as-root",
                "--prefix=.",
                // As early as this, or the lock is in /tmp before the configuration is read.
                "-dopcache.lockfile_path=" + directory.resolve("tmp"),
                "--fpm-config=php-fpm.conf"));
    }

    /** Starts nginx and waits for what is behind it. @return where it listens */
    Ports startNginx(Probe behind) throws IOException {
        return startOnFreePorts(
                "MediaWiki",
                free -> {
                    Map<String, String> values = new HashMap<>(wiki.places());
                    values.put("httpPort", Integer.toString(free.http()));
                    values.put("httpsPort", Integer.toString(free.https()));
                    // As root, nginx would hand its workers to nobody, who may not enter the directory.
                    values.put("user", "root".equals(System.getProperty("user.name")) ? "user root;" : "");
                    wiki.write("nginx.conf", values);
                    return leashed(
                            "nginx.log",
                            programs.nginx().toString(),
                            "-p",
                            "./",
                            "-e",
                            "nginx.log",
                            "-c",
                            "nginx.conf");
                },
                behind);
    }

    private Ports startOnFreePorts(String what, OnPorts start, Probe probe) throws IOException {
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            Ports ports = Ports.free();
            processes.push(start.start(ports));
            if (answers(what, () -> probe.answersAt(ports))) {
                return ports;
            }
            processes.pop();
        }
        throw new IOException("no two ports stayed free for " + what);
    }

    /**
     * Waits until it answers; all that has been started must live on meanwhile.
     *
     * @return false if another program took one of its ports meanwhile
     */
    private boolean answers(String what, Asked probe) throws IOException {
        Instant deadline = Instant.now().plus(patience);
        IOException lastFailure = new IOException("no answer yet");
        LeashedProcess newest = processes.getFirst();
        while (Instant.now().isBefore(deadline)) {
            for (LeashedProcess process : processes) {
                if (process.endsWithin(Duration.ZERO)) {
                    if (process == newest && newest.log().contains("Address already in use")) {
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
            newest.endsWithin(BETWEEN_PROBES);
        }
        throw new IOException(
                what + " did not start within " + patience.toSeconds() + " s; "
                        + newest.log().tail(),
                lastFailure);
    }

    private LeashedProcess leashed(String log, String... command) throws IOException {
        return directory.start(log, Map.of(), List.of(command));
    }

    /** Ends them, the last started first. */
    synchronized void stop() {
        while (!processes.isEmpty()) {
            processes.pop().close();
        }
    }
}
