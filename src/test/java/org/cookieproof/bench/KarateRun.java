package org.cookieproof.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.TapLease;

/** The same flow in Karate, in a process of its own, against the same farm through the same tap. */
record KarateRun(Path root, String classPath, Path scratch) {

    private static final String FILES = "src/test/bench/karate/";
    private static final long LIMIT_SECONDS = 300;

    /** Flows per second, warm: the process plays all of them once before it measures. */
    double flowsPerSecond(Place place, Scheme scheme, int flows, int threads) throws IOException, InterruptedException {
        List<Map<String, String>> accounts = place.farm().accounts().stream()
                .map(a -> Map.of("name", a.name(), "password", a.password()))
                .toList();
        try (TapLease lease = place.tap().lease(List.of())) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dlogback.configurationFile=" + root.resolve(FILES + "logback.xml"),
                            "-Dbench.proxy=http://127.0.0.1:" + lease.address().getPort(),
                            "-Dbench.base=" + place.first(scheme, "/").origin(),
                            "-Dbench.accounts=" + new ObjectMapper().writeValueAsString(accounts),
                            "-cp",
                            classPath,
                            root.resolve(FILES + "KarateFlows.java").toString(),
                            root.resolve(FILES + "logout.feature").toString(),
                            scratch.resolve("karate").toString(),
                            String.valueOf(flows),
                            String.valueOf(threads))
                    .directory(scratch.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("Karate did not get through: " + said);
            }
            return said.lines()
                    .filter(line -> line.startsWith("flows-per-second "))
                    .map(line -> Double.parseDouble(line.substring("flows-per-second ".length())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Karate did not tell: " + said));
        }
    }
}
