package org.cookieproof.provision;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files compressed with Brotli (RFC 7932), by node's zlib: Java has none, and what is packed so comes with npm. */
public final class Brotli {

    private static final String SCRIPT = """
            const fs = require('fs');
            const [from, to] = process.argv.slice(1);
            require('stream').pipeline(fs.createReadStream(from), require('zlib').createBrotliDecompress(),
                fs.createWriteStream(to), error => { if (error) { console.error(error.message); process.exit(1); } });
            """;

    private Brotli() {}

    /**
     * @param programs where node is looked for
     * @throws NotFetchedException if there is no node, or the file is not so compressed
     */
    public static void decompress(Path from, Path to, SearchPath programs) throws IOException {
        Optional<Path> node = programs.find("node");
        if (node.isEmpty()) {
            throw new NotFetchedException(
                    from.getFileName() + " is unpacked with node, which is not on PATH; in Debian: "
                            + Installed.installCommand(List.of("nodejs")));
        }
        Process process = new ProcessBuilder(node.get().toString(), "-e", SCRIPT, from.toString(), to.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new NotFetchedException(from.getFileName() + " cannot be unpacked: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while unpacking " + from.getFileName());
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            process.destroy();
        }
    }
}
