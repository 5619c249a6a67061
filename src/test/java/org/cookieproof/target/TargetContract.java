package org.cookieproof.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.process.ProcessesIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every target that this project starts must do; extended by one class for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public class TargetContract {

    private final String id;
    private final ContractTarget target;

    private Path dir = Path.of("");
    /** Has a space in its name, as a user's own directory may. */
    private Path scratch = Path.of("");

    private ContractStand stand;

    /** @param id the file's name in {@code ci/targets/} */
    protected TargetContract(String id) {
        this.id = id;
        this.target = ContractTarget.declared(id);
    }

    @BeforeAll
    void start(@TempDir Path dir) throws IOException {
        this.dir = dir;
        scratch = dir.resolve("a target of its own");
        stand = new ContractStand(target.definition(), target.start("default", empty(scratch)), dir);
    }

    @AfterAll
    void stop() {
        if (stand != null) { // else it did not start, and that is what is to be told
            stand.close();
        }
    }

    @Test
    void everySiteAnswersOnEverySchemeThatItClaims() {
        Set<String> hosts =
                stand.target().addresses().keySet().stream().map(Endpoint::host).collect(Collectors.toSet());
        assertThat(hosts)
                .containsExactlyInAnyOrderElementsOf(
                        target.definition().sites().hosts().values());
        assertThat(stand.target().addresses()).allSatisfy((endpoint, address) -> {
            assertThat(address.getAddress().isLoopbackAddress()).isTrue();
            assertThat(stand.status(endpoint, "/"))
                    .as("%s", endpoint)
                    .hasValueSatisfying(status -> assertThat(status).isBetween(200, 399));
            // fetch() is sent from a document of it.
            assertThat(stand.status(endpoint, "/robots.txt"))
                    .as("%s /robots.txt", endpoint)
                    .hasValueSatisfying(status -> assertThat(status).isLessThan(500));
        });
    }

    @Test
    void itsAccountsAreSeveralAndTheirPasswordsAreNotPrinted() {
        List<Account> accounts = stand.target().accounts();
        assertThat(accounts).hasSizeGreaterThanOrEqualTo(2);
        assertThat(accounts).extracting(Account::name).doesNotHaveDuplicates();
        assertThat(accounts)
                .allSatisfy(account -> assertThat(account.toString()).doesNotContain(account.password()));
    }

    @Test
    void whoSignsInIsKnownAndWhoSignsOutIsNobody() throws Exception {
        Account alice = stand.target().accounts().get(0);
        Account bob = stand.target().accounts().get(1);
        try (UserAgentSession hers = stand.userAgent();
                UserAgentSession his = stand.userAgent()) {
            assertThat(stand.whoAmI(hers)).isEmpty();
            stand.play("log-in", alice, hers);
            stand.play("log-in", bob, his);
            assertThat(stand.whoAmI(hers)).contains(alice.name());
            assertThat(stand.whoAmI(his)).contains(bob.name());
            stand.play("log-out", alice, hers);
            assertThat(stand.whoAmI(hers)).isEmpty();
            assertThat(stand.whoAmI(his)).contains(bob.name());
        }
    }

    @Test
    void aResetSignsEverybodyOut() throws Exception {
        assertThat(target.provider().controls()).contains(Control.RESET_SESSIONS);
        Account alice = stand.target().accounts().get(0);
        Account bob = stand.target().accounts().get(1);
        try (UserAgentSession hers = stand.userAgent();
                UserAgentSession his = stand.userAgent()) {
            stand.play("log-in", alice, hers);
            stand.play("log-in", bob, his);
            assertThat(stand.whoAmI(hers)).contains(alice.name());
            assertThat(stand.whoAmI(his)).contains(bob.name());
            stand.control().resetSessions(SessionScope.ALL, Optional.empty());
            assertThat(stand.whoAmI(hers)).isEmpty();
            assertThat(stand.whoAmI(his)).isEmpty();
            stand.play("log-in", alice, hers);
            assertThat(stand.whoAmI(hers)).contains(alice.name());
        }
    }

    @Test
    void itsProcessesWriteToItsOwnDirectoryAlone() throws Exception {
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            assertThat(new OpenFiles(process).written())
                    .as("%s", process.info().commandLine().orElse("a process"))
                    .allSatisfy(file -> assertThat(file).startsWithRaw(scratch.toRealPath()));
        }
    }

    @Test
    void anotherOneBesideItLivesTwiceInItsDirectoryAndLeavesNoProcessAndNoFile() throws Exception {
        Path another = empty(dir.resolve("another"));
        Endpoint first = new Endpoint(
                Scheme.HTTPS,
                target.definition().sites().hosts().values().iterator().next());
        for (int time = 0; time < 2; time++) {
            Set<ProcessHandle> before = descendants();
            ContractStand second = new ContractStand(target.definition(), target.start("default", another), dir);
            Set<ProcessHandle> its = descendants();
            its.removeAll(before);
            // A worker that the first one has replaced meanwhile.
            its.removeAll(ProcessesIn.directory(scratch));
            assertThat(second.target().addresses().get(first))
                    .isNotEqualTo(stand.target().addresses().get(first));
            try (UserAgentSession hers = second.userAgent()) {
                Account alice = second.target().accounts().get(0);
                second.play("log-in", alice, hers);
                assertThat(second.whoAmI(hers)).contains(alice.name());
            }

            second.close();

            assertThat(its).noneMatch(ProcessHandle::isAlive);
            assertThat(ProcessesIn.directory(another)).isEmpty();
            assertThat(filesIn(another)).isEmpty();
            second.target().close();
        }
        assertThat(stand.status(first, "/")).as("the first one lives on").isPresent();
    }

    /**
     * Where all but its own directory can be read only, and {@code /tmp} is another than the machine's: what else runs
     * there would be taken for its doing.
     */
    @Test
    void itNeedsToWriteNowhereElseAndDoesNot() throws Exception {
        Path its = empty(dir.resolve("sealed"));
        assumeThat(new ProcessBuilder("bwrap", "--ro-bind", "/", "/", "true")
                        .start()
                        .waitFor())
                .as("whether bwrap starts here, which is what shows it")
                .isZero();
        assumeThat(System.getProperty("java.class.path").split(File.pathSeparator))
                .as("what the other virtual machine runs, of which nothing may be in the machine's own /tmp")
                .noneMatch(entry -> Path.of(entry).toAbsolutePath().startsWith("/tmp"));
        Process jvm = jvm(
                its,
                List.of(
                        "bwrap",
                        "--ro-bind",
                        "/",
                        "/",
                        "--dev-bind",
                        "/dev",
                        "/dev",
                        "--tmpfs",
                        "/tmp",
                        "--bind",
                        dir.toString(),
                        dir.toString(),
                        // As outside, where one is root; elsewhere there is none to keep.
                        "--cap-add",
                        "ALL"));
        List<String> told = new ArrayList<>();
        try (var output = jvm.inputReader(StandardCharsets.UTF_8);
                var input = jvm.getOutputStream()) {
            told.add(String.valueOf(output.readLine()));
            told.add(String.valueOf(output.readLine()));
            input.write('\n');
            input.flush();
            told.addAll(output.lines().toList());
        }

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told)
                .as("what it told, and %s", Files.readString(dir.resolve("jvm.log")))
                .hasSize(4);
        assertThat(told.get(0)).startsWith("up");
        assertThat(told.get(2)).isEqualTo("stopped");
        // The one above our own.
        String alone = dir.startsWith("/tmp") ? "/tmp/" + dir.getName(1) : "";
        assertThat(told.get(1)).as("in /tmp while it was up").isEqualTo(alone);
        assertThat(told.get(3)).as("in /tmp afterwards").isEqualTo(alone);
        assertThat(filesIn(its)).isEmpty();
    }

    @Test
    void anInterruptedJvmLeavesNoProcessAndNoFile() throws Exception {
        Path its = empty(dir.resolve("interrupted"));
        Process jvm = jvm(its, List.of());
        List<ProcessHandle> started = started(jvm);

        new ProcessBuilder("kill", "-INT", Long.toString(jvm.pid())).start().waitFor();

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        allEnd(started);
        assertThat(filesIn(its)).isEmpty();
    }

    @Test
    void aKilledJvmLeavesNoProcess() throws Exception {
        Process jvm = jvm(empty(dir.resolve("killed")), List.of());
        List<ProcessHandle> started = started(jvm);

        jvm.destroyForcibly().waitFor();

        allEnd(started);
    }

    /** @param in the start of the command line; may be empty */
    private Process jvm(Path its, List<String> in) throws IOException {
        List<String> command = new ArrayList<>(in);
        command.addAll(List.of(
                // Where the tests run in the background, a shell has had the signal ignored for all below.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Its own files are not the target's.
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(dir, "jvm"),
                "-cp",
                System.getProperty("java.class.path"),
                StartedTarget.class.getName(),
                id,
                its.toString()));
        return new ProcessBuilder(command)
                .redirectError(dir.resolve("jvm.log").toFile())
                .start();
    }

    private List<ProcessHandle> started(Process jvm) throws IOException {
        String told = jvm.inputReader(StandardCharsets.UTF_8).readLine();
        if (told == null || !told.startsWith("up")) {
            throw new AssertionError(told + Files.readString(dir.resolve("jvm.log")));
        }
        return Arrays.stream(told.split(" "))
                .skip(1)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
    }

    private static void allEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private static Path empty(Path directory) throws IOException {
        return Files.createDirectory(directory);
    }

    /** Of this JVM, with all that they started. */
    private static Set<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().collect(Collectors.toSet());
    }

    /** What is left there; a target may delete the directory itself, too. */
    private static List<Path> filesIn(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
