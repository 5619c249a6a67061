package org.cookieproof.provision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The Debian packages that are installed, read once: a picture of the moment, not a live view. */
public final class Installed {

    /** Debian Policy §5.6.1, so that nothing else gets into a command line. */
    private static final Pattern PACKAGE_NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]+");

    private static final int KIB_A_MIB = 1024;

    private final Map<String, String> versions;
    private final Map<String, Double> sizes;

    private Installed(Map<String, String> versions, Map<String, Double> sizes) {
        this.versions = Map.copyOf(versions);
        this.sizes = Map.copyOf(sizes);
    }

    /** Asks {@code dpkg-query}. A machine without it has no Debian package, so everything is missing there. */
    public static Installed onThisMachine() {
        Optional<Path> dpkgQuery = SearchPath.ofEnvironment().find("dpkg-query");
        if (dpkgQuery.isEmpty()) {
            return new Installed(Map.of(), Map.of());
        }
        ProcessBuilder query = new ProcessBuilder(
                dpkgQuery.get().toString(),
                "--show",
                "--showformat=${db:Status-Status}\\t${Package}\\t${Version}\\t${Installed-Size}\\n");
        try {
            Process process =
                    query.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return of(lines.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of installed packages", e);
        }
    }

    /** From lines of status, name, version and, where it is known, size in KiB, separated by tabs. */
    static Installed of(List<String> lines) {
        Map<String, String> versions = new TreeMap<>();
        Map<String, Double> sizes = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split("\t", 4);
            // Others are removed with their configuration left, half unpacked, or waiting for a dependency.
            if (fields.length >= 3 && fields[0].equals("installed")) {
                versions.put(fields[1], fields[2]);
                if (fields.length > 3 && fields[3].matches("\\d+")) {
                    sizes.put(fields[1], Double.parseDouble(fields[3]) / KIB_A_MIB);
                }
            }
        }
        return new Installed(versions, sizes);
    }

    public boolean has(String debianPackage) {
        return versions.containsKey(debianPackage);
    }

    /** The Debian version with epoch and revision, as {@code 1:1.39.17-1+deb12u2}. */
    public Optional<String> version(String debianPackage) {
        return Optional.ofNullable(versions.get(debianPackage));
    }

    /** What the package alone takes on disk, in MiB, as Debian has it; empty where it is not installed. */
    public Optional<Double> megabytes(String debianPackage) {
        return Optional.ofNullable(sizes.get(debianPackage));
    }

    /** Those of the packages that are not installed, in the order given: it matters to {@link #installCommand}. */
    public List<String> missing(Collection<String> packages) {
        return packages.stream().filter(name -> !has(name)).distinct().toList();
    }

    /**
     * The command that a user types to get the packages. The order is kept: apt takes the first that satisfies an
     * alternative, so {@code nginx} before {@code mediawiki} spares the machine an Apache.
     *
     * @throws IllegalArgumentException if there is none, or one is not a package's name
     */
    public static String installCommand(Collection<String> packages) {
        if (packages.isEmpty()) {
            throw new IllegalArgumentException("no package to install");
        }
        for (String name : packages) {
            if (!PACKAGE_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of a Debian package: " + name);
            }
        }
        return "sudo apt-get install --no-install-recommends " + String.join(" ", packages);
    }
}
