package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.target.process.FreePorts;
import org.cookieproof.target.process.LeashedProcess;
import org.cookieproof.target.process.ProcessDirectory;
import org.cookieproof.target.process.Startup;

/** The programs that serve a family of wikis, each started as it wants to be. */
record WikiProcesses(WikiDirectory wiki, ProcessDirectory directory, Programs programs, Startup startup) {

    /** Asks what is behind nginx. */
    @FunctionalInterface
    interface Probe {
        boolean answersAt(Ports ports) throws IOException;
    }

    /** @return where it listens */
    Redis startRedis() throws IOException {
        String password = wiki.newPassword();
        int port = startup.onFreePorts("Redis", () -> FreePorts.some(1).get(0), free -> {
            wiki.write("redis.conf", Map.of("port", Integer.toString(free), "password", password));
            LeashedProcess redis = leashed("redis.log", programs.redis().toString(), "redis.conf");
            return () -> redis.log().contains("Ready to accept connections");
        });
        return new Redis(port, password);
    }

    LeashedProcess startPhp() throws IOException {
        wiki.write("php-fpm.conf", wiki.places());
        return leashed(
                "php-fpm.log",
                programs.phpFpm().toString(),
                "--nodaemonize",
                "--allow-to-run-as-root",
                "--prefix=.",
                // As early as this, or the lock is in /tmp before the configuration is read.
                "-dopcache.lockfile_path=" + directory.resolve("tmp"),
                "--fpm-config=php-fpm.conf");
    }

    /** Starts nginx and waits for what is behind it. @return where it listens */
    Ports startNginx(Probe behind) throws IOException {
        return startup.onFreePorts("MediaWiki", Ports::free, free -> {
            Map<String, String> values = new HashMap<>(wiki.places());
            values.put("httpPort", Integer.toString(free.http()));
            values.put("httpsPort", Integer.toString(free.https()));
            // As root, nginx would hand its workers to nobody, who may not enter the directory.
            values.put("user", "root".equals(System.getProperty("user.name")) ? "user root;" : "");
            wiki.write("nginx.conf", values);
            leashed("nginx.log", programs.nginx().toString(), "-p", "./", "-e", "nginx.log", "-c", "nginx.conf");
            return () -> behind.answersAt(free);
        });
    }

    /** Ends PHP, with what it has in shared memory, and starts it anew behind the same nginx. */
    LeashedProcess restartPhp(LeashedProcess php, Ports ports, Probe behind) throws IOException {
        directory.end(php);
        LeashedProcess anew = startPhp();
        startup.awaitAnswer("PHP", List.of(anew), () -> behind.answersAt(ports));
        return anew;
    }

    private LeashedProcess leashed(String log, String... command) throws IOException {
        return directory.start(log, Map.of(), List.of(command));
    }
}
