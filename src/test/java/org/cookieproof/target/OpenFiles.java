package org.cookieproof.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process has open, as Linux tells it. */
record OpenFiles(ProcessHandle process) {

    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*([0-7]+)$");
    /** Of open(2), in asm-generic/fcntl.h: the access mode. */
    private static final int ACCESS_MODE = 3;

    /** Regular files and directories that it may write to, deleted ones included; devices and pipes are none. */
    List<Path> written() throws IOException {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(OpenFiles::forWriting)
                    .flatMap(OpenFiles::file)
                    .filter(file -> file.isAbsolute() && !file.startsWith("/dev"))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // it has ended meanwhile
        }
    }

    private static boolean forWriting(Path descriptor) {
        try {
            Path info = descriptor.resolveSibling("../fdinfo").resolve(descriptor.getFileName());
            Matcher flags = FLAGS.matcher(Files.readString(info, StandardCharsets.US_ASCII));
            return flags.find() && (Integer.parseInt(flags.group(1), 8) & ACCESS_MODE) != 0;
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static Stream<Path> file(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return Stream.of(); // closed meanwhile
        }
    }
}
