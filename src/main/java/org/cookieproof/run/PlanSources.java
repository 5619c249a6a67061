package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.plan.KnownIssue;
import org.cookieproof.result.ShardedPlan;

/** What a planned run was made from, by name: what was asked for in words, files as digests of what they hold. */
final class PlanSources {

    private final Project project;

    PlanSources(Project project) {
        this.project = project;
    }

    Map<String, String> of(PlannedRun run) {
        Selection selection = run.selection();
        Map<String, String> all = new TreeMap<>();
        all.put("plan", run.plan().title() + ", " + digest(List.of(planFile(selection))));
        Path target = run.target().file().toAbsolutePath();
        Path flows = Optional.ofNullable(target.getParent()).orElse(target).resolve("flows");
        all.put(
                "target",
                run.target().name() + ", "
                        + digest(Stream.concat(Stream.of(target), below(flows).stream())
                                .toList()));
        all.put("scenarios", digest(below(selection.filters().scenarioFolder().orElse(project.scenarios()))));
        all.put("profiles", digest(Project.files(project.profiles())));
        all.put("clients", digest(below(project.clients(), ".py", ".pl", ".pm", ".rb", ".php", ".js", ".go", ".java")));
        all.put("known issues", known(run.known()));
        all.put("the harness itself", digest(below(project.sources(), ".java")));
        run.regression().ifPresent(r -> all.put("--inject", r.id() + ", " + digest(List.of(r.file()))));
        all.put("choice", choice(selection));
        return all;
    }

    private Path planFile(Selection selection) {
        return selection.plan().endsWith(".yaml") ? Path.of(selection.plan()) : project.plan(selection.plan());
    }

    private static String known(List<KnownIssue> issues) {
        return issues.size() + ", "
                + ShardedPlan.digest(issues.stream()
                        .map(i -> i.at().line() + "\n" + String.join("\n", i.lines()))
                        .collect(Collectors.joining("\n")));
    }

    private static String choice(Selection selection) {
        return Stream.of(
                        words("--variant", selection.variant().stream().toList()),
                        words("--profile", selection.filters().profiles()),
                        words("--scenario", selection.filters().scenarios()),
                        words("--tag", selection.filters().tags()),
                        words(
                                "--scheme",
                                new TreeSet<>(selection.filters().schemes())
                                        .stream().map(Object::toString).toList()),
                        words("--stage", selection.stage().stream().toList()))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String words(String option, List<String> values) {
        return values.isEmpty() ? "" : option + " " + String.join(",", values);
    }

    private static List<Path> below(Path folder) {
        return below(folder, ".yaml");
    }

    /** The files below a folder, in an order that is the same everywhere; none where there is no such folder. */
    private static List<Path> below(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> Stream.of(endings).anyMatch(f.toString()::endsWith) && Files.isRegularFile(f))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Of their names and what they hold; where they are differs from machine to machine. */
    private static String digest(List<Path> files) {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                all.append(file.getFileName())
                        .append(' ')
                        .append(text.length())
                        .append('\n')
                        .append(text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return ShardedPlan.digest(all.toString());
    }
}
