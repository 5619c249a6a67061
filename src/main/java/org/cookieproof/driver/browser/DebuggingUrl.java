package org.cookieproof.driver.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.UserAgentBrokenException;

/** Where a browser says on stderr that it can be driven. */
public final class DebuggingUrl {

    private DebuggingUrl() {}

    /**
     * Waits for it. What the browser says after that is read by a thread of its own, or a full pipe would stop it.
     *
     * @param announcement its first group is the URL
     * @throws UserAgentBrokenException when the browser ends without having said it
     */
    public static String of(Process process, Pattern announcement, String name) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher listening = announcement.matcher(line);
            if (listening.find()) {
                Thread drain = new Thread(() -> drain(said), name + "-stderr");
                drain.setDaemon(true);
                drain.start();
                return listening.group(1);
            }
        }
        throw new UserAgentBrokenException(
                name + " does not start: " + all.toString().strip());
    }

    private static void drain(BufferedReader said) {
        try (said) {
            while (said.readLine() != null) {
                // nobody asks
            }
        } catch (IOException e) {
            // The process has ended, and nobody asks what it had left to say.
        }
    }
}
