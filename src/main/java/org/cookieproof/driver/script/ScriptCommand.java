package org.cookieproof.driver.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.profile.Profile;

/**
 * How a profile's program is run.
 *
 * @param words  of the command, the interpreter first
 * @param client our program's source
 * @param home   an existing directory of the run, for what an interpreter keeps between two starts
 * @param needs  Debian packages that the profile asks for, to be told to whoever lacks one
 */
record ScriptCommand(List<String> words, Path client, Path home, String needs) {

    ScriptCommand {
        words = List.copyOf(words);
    }

    /**
     * @param binaries an existing directory of the run, where what was compiled before is found again
     * @throws UserAgentBrokenException when the profile does not say, there is no such program of ours, or it does not
     *     compile
     */
    static ScriptCommand of(Profile profile, Path home, Path binaries) {
        Path client = profile.file().resolveSibling(setting(profile, "client")).toAbsolutePath();
        if (!Files.isRegularFile(client)) {
            throw new UserAgentBrokenException("no program " + client + ", which " + profile.file() + " names");
        }
        String needs = profile.needs().stream().sorted().collect(Collectors.joining(" "));
        List<String> words = profile.setting("compile")
                .map(compile -> List.of(new Compiler(words(compile), needs, binaries)
                        .compiled(client)
                        .toString()))
                .orElseGet(() -> interpreted(profile, client));
        return new ScriptCommand(words, client, home, needs);
    }

    private static List<String> interpreted(Profile profile, Path client) {
        List<String> words = new ArrayList<>(words(setting(profile, "run")));
        words.add(client.toString());
        return words;
    }

    private static List<String> words(String command) {
        return List.of(command.split(" +"));
    }

    private static String setting(Profile profile, String key) {
        return profile.setting(key)
                .orElseThrow(() -> new UserAgentBrokenException(
                        profile.file() + " has no '" + key + "' in its settings, which the driver 'script' needs"));
    }

    String binary() {
        return words.get(0);
    }

    /** The program's file name. */
    String name() {
        return String.valueOf(client.getFileName());
    }
}
