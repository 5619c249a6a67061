package org.cookieproof.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A deployment that nobody here has started: {@link FarmProgram} in a process of its own. */
record DeployedFarm(Process process, Path folder, int http, int https) implements AutoCloseable {

    /** When this returns, it answers. */
    static DeployedFarm start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FarmProgram.class.getName(),
                        folder.toString()))
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        String ports = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (ports == null) {
            throw new IOException("the farm did not start: " + Files.readString(folder.resolve("err.txt")));
        }
        return new DeployedFarm(
                process, folder, Integer.parseInt(ports.split(" ")[0]), Integer.parseInt(ports.split(" ")[1]));
    }

    Path authority() {
        return folder.resolve(FarmProgram.AUTHORITY);
    }

    Path accounts() {
        return folder.resolve(FarmProgram.ACCOUNTS);
    }

    /** {@code NAME:PASSWORD} */
    List<String> accountLines() throws IOException {
        return Files.readAllLines(accounts()).stream()
                .filter(l -> !l.startsWith("#"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
