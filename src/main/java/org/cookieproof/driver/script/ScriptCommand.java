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
 * @param words of the command, the interpreter first
 * @param home  an existing directory of the run, for what an interpreter keeps between two starts
 * @param needs Debian packages that the profile asks for, to be told to whoever lacks one
 */
record ScriptCommand(List<String> words, Path home, String needs) {

    ScriptCommand {
        words = List.copyOf(words);
    }

    /** @throws UserAgentBrokenException when the profile does not say, or there is no such program of ours */
    static ScriptCommand of(Profile profile, Path home) {
        Path client = profile.file().resolveSibling(setting(profile, "client")).toAbsolutePath();
        if (!Files.isRegularFile(client)) {
            throw new UserAgentBrokenException("no program " + client + ", which " + profile.file() + " names");
        }
        List<String> words = new ArrayList<>(List.of(setting(profile, "run").split(" +")));
        words.add(client.toString());
        return new ScriptCommand(
                words, home, profile.needs().stream().sorted().collect(Collectors.joining(" ")));
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
        return String.valueOf(Path.of(words.get(words.size() - 1)).getFileName());
    }
}
