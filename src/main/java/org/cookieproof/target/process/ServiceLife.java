package org.cookieproof.target.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * From a service's start to its end: its processes stop and its directory is deleted when it is closed, or when this JVM
 * is asked to end, once in either case.
 */
public final class ServiceLife implements AutoCloseable {

    private final String service;
    private final ProcessDirectory directory;
    private final Thread atShutdown;
    private boolean closed;

    /** @param service what messages call it */
    public ServiceLife(String service, ProcessDirectory directory) {
        this.service = service;
        this.directory = directory;
        this.atShutdown = new Thread(this::endAtShutdown, service + "-stop");
    }

    /** What starts a service in a directory that is there. */
    @FunctionalInterface
    public interface Start {
        void run() throws IOException;
    }

    /** Begins it; where that fails what was started is stopped, and the directory stays, for its logs. */
    public void begin(Start start) throws IOException {
        Runtime.getRuntime().addShutdownHook(atShutdown);
        boolean started = false;
        try {
            start.run();
            started = true;
        } finally {
            if (!started && unhook()) {
                directory.endPrograms();
            }
        }
    }

    /** Takes the shutdown hook back; false if it is too late for that. */
    private boolean unhook() {
        try {
            return Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            return false; // as it says when the JVM is shutting down
        }
    }

    private void endAtShutdown() {
        try {
            directory.end();
        } catch (IOException e) {
            // Nobody is left to tell; the directory is the caller's own and may be deleted by hand.
        }
    }

    /** Ends it. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!unhook()) {
            return; // the hook does the same
        }
        try {
            directory.end();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the directory of " + service + " cannot be deleted: " + directory.path(), e);
        }
    }
}
