package org.cookieproof.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The processes of one session of a user agent, or of one program of a target. They bear a mark in their environment,
 * since a browser is a grandchild of ours, its crash handlers are nobody's children, and the libraries do not tell any of
 * their ids. Renderers overwrite their environment; they are found as descendants, and as members of a process group that
 * one of the known has founded.
 */
public final class SessionProcesses {

    /** What the kernel has been told to end can still hold files for a moment. */
    private static final Duration AGONY = Duration.ofSeconds(5);

    private final String mark = OwnProcesses.beginningOfMarks() + UUID.randomUUID();
    private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

    /** What every process of the session must find in its environment. */
    public Map<String, String> environment() {
        return Map.of(OwnProcesses.VARIABLE, mark);
    }

    /** Takes notice of the processes that run now, so that they are known when their parents are gone. */
    public void look() {
        String marked = OwnProcesses.VARIABLE + "=" + mark;
        ProcessHandle.allProcesses()
                .filter(p -> OwnProcesses.bears(p, marked))
                .collect(Collectors.toSet())
                .forEach(known::add);
        known.stream()
                .flatMap(ProcessHandle::descendants)
                .collect(Collectors.toSet())
                .forEach(known::add);
        Set<Long> groups = groups();
        ProcessHandle.allProcesses()
                .filter(p -> groups.contains(OwnProcesses.group(p)))
                .collect(Collectors.toSet())
                .forEach(known::add);
    }

    /** A group bears the id of the process that founded it; where that is another process's by now, so is the group. */
    private Set<Long> groups() {
        return known.stream()
                .filter(founder -> ProcessHandle.of(founder.pid()).stream().allMatch(founder::equals))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** The known processes that still run. */
    public Set<ProcessHandle> running() {
        return known.stream().filter(OwnProcesses::runs).collect(Collectors.toCollection(HashSet::new));
    }

    /** Gives the processes some time to end by themselves, then ends them. */
    public void end(Duration grace) {
        look();
        OwnProcesses.awaitEnd(known, grace);
        kill();
    }

    /** Ends all of them now. */
    public void kill() {
        look();
        running().forEach(ProcessHandle::destroyForcibly);
        OwnProcesses.awaitEnd(known, AGONY);
    }
}
