package org.cookieproof;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.process.OwnProcesses;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whatever a class of tests did, to browsers that it killed and runs that it ended too: afterwards no user agent of its
 * own runs and no directory of one is left. JUnit finds it by itself.
 */
@AutoService(Extension.class)
public final class NothingLeft implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(NothingLeft.class);
    private static final Duration AGONY = Duration.ofSeconds(10);

    private record There(Set<ProcessHandle> processes, Set<Path> directories) {
        static There now() {
            return new There(OwnProcesses.running(), TemporaryDirectories.present());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(context.getUniqueId(), There.now());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        There before = context.getStore(NAMESPACE).get(context.getUniqueId(), There.class);
        Set<ProcessHandle> processes = new HashSet<>(OwnProcesses.running());
        processes.removeAll(before.processes());
        OwnProcesses.awaitEnd(processes, AGONY);
        There now = There.now();
        processes.retainAll(now.processes());
        Set<Path> directories = new HashSet<>(now.directories());
        directories.removeAll(before.directories());
        if (!processes.isEmpty() || !directories.isEmpty()) {
            throw new AssertionError(context.getDisplayName() + " has left behind the processes "
                    + processes.stream()
                            .map(p -> p.pid() + " " + p.info().commandLine().orElse(""))
                            .toList()
                    + " and the directories " + directories);
        }
    }
}
