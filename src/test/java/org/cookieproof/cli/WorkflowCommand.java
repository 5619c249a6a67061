package org.cookieproof.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of output as GitHub's runner takes it: {@code ::name properties::data} behind nothing but white space, or the
 * older {@code ##[name properties]data} anywhere. Its {@code ActionCommand} is the source.
 */
record WorkflowCommand(boolean older, String name, List<String> properties, String data) {

    private static final Pattern NEW = Pattern.compile("[\\s\\x{85}\\p{Z}\\ufeff]*::(.*?)::(.*)", Pattern.DOTALL);
    private static final Pattern OLD = Pattern.compile(".*?##\\[(.*?)](.*)", Pattern.DOTALL);

    static List<WorkflowCommand> in(String output) {
        return output.lines().flatMap(line -> of(line).stream()).toList();
    }

    private static Optional<WorkflowCommand> of(String line) {
        Matcher command = NEW.matcher(line);
        boolean older = !command.matches();
        if (older) {
            command = OLD.matcher(line);
        }
        if (!command.matches()) {
            return Optional.empty();
        }
        String[] info = command.group(1).split(" ", 2);
        List<String> properties =
                info.length < 2 ? List.of() : List.of(info[1].strip().split(older ? ";" : ","));
        return Optional.of(new WorkflowCommand(older, info[0], properties, command.group(2)));
    }
}
