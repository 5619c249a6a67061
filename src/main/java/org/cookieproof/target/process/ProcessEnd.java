package org.cookieproof.target.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting for a process where an interrupt is one more way for input and output to fail. */
final class ProcessEnd {

    private ProcessEnd() {}

    /** Whether the process ends within the time. */
    static boolean within(Duration time, Process process) throws InterruptedIOException {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while waiting for process " + process.pid());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** Waits for a command to succeed; kills it when it takes longer than our patience or we are interrupted. */
    static void ofCommand(Process process, Duration patience, String name, LogFile log) throws IOException {
        try {
            if (!within(patience, process)) {
                throw new IOException(name + " took longer than " + patience.toSeconds() + " s; " + log.tail());
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new IOException(name + " failed with " + process.exitValue() + "; " + log.tail());
        }
    }
}
