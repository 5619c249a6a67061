package org.cookieproof.farm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A user agent for the farm's tests, on raw sockets: it says just what it is told to, and shows just what came. */
final class TestBrowser {

    /** More octets than a server's socket takes unread. */
    private static final int LONG_REQUEST = 100_000;

    private static final int MAX_REDIRECTS = 10;

    private final Farm farm;
    private final InstantSource clock;
    private final SSLContext trust;
    private final List<Exchange> seen = new ArrayList<>();
    private TestJar jar = new TestJar();
    private boolean takesCookies = true;

    /** A browser with an empty jar. */
    TestBrowser(Farm farm, InstantSource clock) {
        this.farm = farm;
        this.clock = clock;
        this.trust = trusting(farm);
    }

    TestJar jar() {
        return jar;
    }

    void useJar(TestJar other) {
        jar = other;
    }

    void refuseCookies() {
        takesCookies = false;
    }

    /** All exchanges so far. */
    List<Exchange> seen() {
        return seen;
    }

    Exchange last() {
        return seen.get(seen.size() - 1);
    }

    /** One request, no redirects. */
    Exchange get(String url) {
        return exchange("GET", url, "", List.of());
    }

    Exchange head(String url) {
        return exchange("HEAD", url, "", List.of());
    }

    /** A GET with this Cookie field in place of the jar's. */
    Exchange getWith(String cookie, String url) {
        return exchange("GET", url, "", List.of("Cookie: " + cookie));
    }

    /** One request with a form of {@code name, value} pairs. */
    Exchange post(String url, String... form) {
        return exchange("POST", url, encode(form), List.of());
    }

    /** A POST with this Cookie field in place of the jar's. */
    Exchange postWith(String cookie, String url, String... form) {
        return exchange("POST", url, encode(form), List.of("Cookie: " + cookie));
    }

    /** A request and whatever it is redirected to; the last exchange of the chain. */
    Exchange follow(String url) {
        return followFrom(get(url));
    }

    Exchange followFrom(Exchange first) {
        Exchange at = first;
        for (int i = 0; at.status() == 302; i++) {
            if (i == MAX_REDIRECTS) {
                throw new AssertionError("more than " + MAX_REDIRECTS + " redirects, now at " + at.url());
            }
            at = get(at.field("Location"));
        }
        return at;
    }

    /** Opens the form, fills it in, and follows to the end. */
    Exchange logIn(String scheme, String host, Account account, boolean remember) {
        Exchange form = follow(scheme + "://" + host + "/w/index.php?title=Special:UserLogin&returnto=Main+Page");
        return followFrom(submitLogin(form, account, remember));
    }

    /** Sends a login form as it is shown. */
    Exchange submitLogin(Exchange form, Account account, boolean remember) {
        String base = form.url().substring(0, form.url().indexOf('/', "https://".length()));
        List<String> fields = new ArrayList<>(List.of(
                "wpLoginToken", form.input("wpLoginToken"),
                "wpEditToken", form.input("wpEditToken"),
                "authAction", "login",
                "wpName", account.name(),
                "wpPassword", account.password(),
                "wploginattempt", "Log in"));
        if (remember) {
            fields.addAll(List.of("wpRemember", "1"));
        }
        String action = Exchange.unescape(form.body().replaceAll("(?s).*<form[^>]* action=\"([^\"]*)\".*", "$1"));
        return post(base + action, fields.toArray(String[]::new));
    }

    /** Fetches the page's images, with their redirects, as a browser would. */
    void fetchImages(Exchange page) {
        String scheme = page.url().substring(0, page.url().indexOf(':'));
        page.images().forEach(source -> follow(scheme + ":" + source));
    }

    Exchange logOut(String scheme, String host) {
        Exchange question = get(scheme + "://" + host + "/wiki/Special:UserLogout");
        return post(
                scheme + "://" + host + "/wiki/Special:UserLogout",
                "title",
                "Special:UserLogout",
                "wpEditToken",
                question.input("wpEditToken"));
    }

    private Exchange exchange(String method, String url, String body, List<String> ownFields) {
        boolean https = url.startsWith("https://");
        String rest = url.substring(url.indexOf("//") + 2);
        int slash = rest.indexOf('/');
        String host = rest.substring(0, slash);
        String cookie = jar.header(host, https, clock.instant());
        List<String> fields = new ArrayList<>(ownFields);
        if (ownFields.isEmpty() && !cookie.isEmpty()) {
            fields.add("Cookie: " + cookie);
        }
        String request =
                method + " " + rest.substring(slash) + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                        + (body.isEmpty()
                                ? ""
                                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                        + "\r\n")
                        + fields.stream().map(f -> f + "\r\n").collect(Collectors.joining())
                        + "\r\n" + body;
        Exchange exchange = parse(url, fields.isEmpty() ? "" : fields.get(0), raw(https, host, request));
        if (takesCookies) {
            exchange.setCookies().forEach(line -> jar.store(host, https, line, clock.instant()));
        }
        seen.add(exchange);
        return exchange;
    }

    private byte[] raw(boolean https, String host, String request) {
        try (Socket socket = https ? secure(host) : new Socket(InetAddress.getLoopbackAddress(), farm.httpPort())) {
            socket.setSoTimeout(20_000);
            send(socket, request);
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may answer, and close, before it has read all of the content (RFC 9112 §9.6): the answer counts. */
    private static void send(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            if (request.length() < LONG_REQUEST) {
                throw e;
            }
        }
    }

    private Socket secure(String host) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), farm.httpsPort());
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, 443, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static Exchange parse(String url, String sent, byte[] raw) {
        String text = new String(raw, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = Arrays.asList(text.substring(0, end).split("\r\n"));
        String body = new String(raw, end + 4, raw.length - end - 4, UTF_8);
        int status = Integer.parseInt(head.get(0).split(" ")[1]);
        return new Exchange(url, sent, status, head.subList(1, head.size()), body);
    }

    private static String encode(String... form) {
        return IntStream.range(0, form.length / 2)
                .mapToObj(i -> URLEncoder.encode(form[2 * i], UTF_8) + "=" + URLEncoder.encode(form[2 * i + 1], UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static SSLContext trusting(Farm farm) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("farm", farm.certificateAuthority());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
