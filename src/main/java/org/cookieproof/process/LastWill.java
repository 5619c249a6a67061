package org.cookieproof.process;

/** Ends processes with the virtual machine when it is told to end in the middle of a session: they would outlive it. */
public final class LastWill implements AutoCloseable {

    private final Thread hook;

    public LastWill(SessionProcesses processes) {
        hook = new Thread(processes::kill, "user-agent-last-will");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The processes have ended before. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is ending already, and the will is being carried out.
        }
    }
}
