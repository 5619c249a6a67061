package org.cookieproof.driver.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Reply;

/** How one program is started, asked and left, in a directory of its own. */
interface TextBrowser {

    /** What it writes on its terminal when it has left something to read in its directory; terminals ignore it. */
    String TOLD = "\u001b]7;cookieproof\u0007";

    /** Of the program, which is its Debian package's too. */
    String name();

    /** Its first line of {@code -version} as {@code Name 1.2.3}. */
    String engine(String versionLine);

    /** Writes its settings. */
    void prepare() throws IOException;

    /** The program and its arguments. */
    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    /** What it has written on the terminal when it can be typed to. */
    String ready();

    /** Takes one request to its last answer. */
    Reply send(Call call, Terminal terminal) throws IOException;

    /** Keys that make it end as a person would have it. */
    String quit();
}
