package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    private static final long MB = 1 << 20;

    @TempDir
    private Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void kernelSays(long megabytes) throws IOException {
        file("proc/meminfo", "MemTotal: 99999999 kB\nMemFree: 1024 kB\nMemAvailable:   " + megabytes * 1024 + " kB\n");
    }

    @Test
    void takesWhatTheKernelSaysIsAvailable() throws IOException {
        kernelSays(3000);
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(3000));
    }

    @Test
    void aControlGroupMayAllowLessAndItsFileCacheIsFree() throws IOException {
        kernelSays(3000);
        file("sys/fs/cgroup/memory.max", 2000 * MB + "\n");
        file("sys/fs/cgroup/memory.current", 1500 * MB + "\n");
        file("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file " + 400 * MB + "\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(900));
    }

    @Test
    void ourOwnGroupIsTakenWhereItIsToBeSeen() throws IOException {
        kernelSays(3000);
        file("proc/self/cgroup", "0::/user.slice/run\n");
        file("sys/fs/cgroup/user.slice/run/memory.max", 1000 * MB + "\n");
        file("sys/fs/cgroup/user.slice/run/memory.current", 100 * MB + "\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(900));
    }

    @Test
    void aLimitOfAGroupThatOursIsInHoldsToo() throws IOException {
        kernelSays(3000);
        file("proc/self/cgroup", "0::/user.slice/run\n");
        file("sys/fs/cgroup/user.slice/memory.max", 800 * MB + "\n");
        file("sys/fs/cgroup/user.slice/memory.current", 100 * MB + "\n");
        file("sys/fs/cgroup/user.slice/run/memory.max", "max\n");
        file("sys/fs/cgroup/user.slice/run/memory.current", 50 * MB + "\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(700));
    }

    @Test
    void soDoesOneOfVersionOne() throws IOException {
        kernelSays(3000);
        file("proc/self/cgroup", "11:cpu,cpuacct:/a\n7:memory:/docker/run\n");
        file("sys/fs/cgroup/memory/docker/run/memory.limit_in_bytes", 600 * MB + "\n");
        file("sys/fs/cgroup/memory/docker/run/memory.usage_in_bytes", 100 * MB + "\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(500));
    }

    @Test
    void aGroupWithoutALimitSaysNothing() throws IOException {
        kernelSays(3000);
        file("sys/fs/cgroup/memory.max", "max\n");
        file("sys/fs/cgroup/memory.current", "1\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(3000));
    }

    @Test
    void groupsOfTheFirstVersionCountToo() throws IOException {
        kernelSays(3000);
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", 700 * MB + "\n");
        file("sys/fs/cgroup/memory/memory.usage_in_bytes", 300 * MB + "\n");
        assertThat(Machine.freeBelow(root)).isEqualTo(OptionalLong.of(400));
    }

    @Test
    void whereNothingIsToldNothingIsKnown() {
        assertThat(Machine.freeBelow(root)).isEmpty();
    }

    @Test
    void thisMachineTells() {
        assertThat(Machine.here().freeMegabytes().orElseThrow()).isPositive();
    }
}
