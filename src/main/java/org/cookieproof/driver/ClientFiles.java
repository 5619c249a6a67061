package org.cookieproof.driver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;

/**
 * What a client that is started for each request is handed, and leaves behind, in the directory that it runs in.
 *
 * @param client as messages name it
 */
public record ClientFiles(String client, Path directory) {

    /** The client's own cookie file, session cookies included. */
    public static final String JAR = "cookies.txt";

    /** Where it puts what it got. */
    public static final String BODY = "body.bin";

    /** What it is to send. */
    public static final String CONTENT = "content.bin";

    /** An empty directory of CAs: otherwise it would trust the system's as well. */
    public static final String NO_CAS = "no-cas";

    /** What such clients say of content themselves; said by a header it would also stand in what a redirect leads to. */
    public static final String ITS_OWN_TYPE = "application/x-www-form-urlencoded";

    /** Those of a client that has sent nothing yet. */
    public static ClientFiles prepared(String client, Path directory) {
        try {
            Files.createDirectories(directory.resolve(NO_CAS));
            Files.write(directory.resolve(JAR), new byte[0]);
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot prepare " + client + "'s directory " + directory, e);
        }
        return new ClientFiles(client, directory);
    }

    /** {@code 127.0.0.1:1234}, as proxies are given on command lines. */
    public static String authority(InetSocketAddress proxy) {
        return proxy.getAddress().getHostAddress() + ":" + proxy.getPort();
    }

    public Path jarFile() {
        return directory.resolve(JAR);
    }

    /** Takes away what the last request got: the client leaves it there when nothing comes. */
    public void forgetBody() throws IOException {
        Files.write(directory.resolve(BODY), new byte[0]);
    }

    public Body body() throws IOException {
        return Body.of(Files.readAllBytes(directory.resolve(BODY)));
    }

    public void content(Body content) throws IOException {
        Files.write(directory.resolve(CONTENT), content.bytes());
    }

    /** As {@link NetscapeCookies#read}. */
    public Jar jar(boolean complete) {
        try {
            return NetscapeCookies.read(jarFile(), complete);
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot read " + client + "'s cookie file in " + directory, e);
        }
    }

    /** What is thrown when these files cannot be read or written during a request. */
    public UserAgentBrokenException unusable(IOException e) {
        return new UserAgentBrokenException("cannot exchange files with " + client + " in " + directory, e);
    }
}
