package org.cookieproof.target.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** Reads pages, without cookies and without following anything by itself, and remembers which. */
final class SurveyClient implements AutoCloseable {

    private static final long MOST_READ = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final OkHttpClient client;
    private final List<Url> asked = new ArrayList<>();

    /** What came back; of a long body the beginning. */
    record Page(Url url, int status, Headers headers, String body) {

        /** Where it sends whoever asks for it; empty also where that is no URL, and what came is looked at. */
        Optional<Url> leadsTo() {
            try {
                return headers.first("Location")
                        .filter(l -> status >= 300 && status < 400)
                        .map(url::resolve);
            } catch (IllegalArgumentException notAUrl) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param addresses where hosts are that are not where DNS says
     */
    SurveyClient(Map<Endpoint, InetSocketAddress> addresses, Trust trust) {
        client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .callTimeout(PATIENCE)
                .dns(host -> looksUp(host, addresses))
                .socketFactory(new Redirected(addresses))
                .sslSocketFactory(trust.sockets(), trust.manager())
                .build();
    }

    /** The addresses of a host whose socket is redirected matter to nobody. */
    private static List<InetAddress> looksUp(String host, Map<Endpoint, InetSocketAddress> addresses)
            throws UnknownHostException {
        boolean redirected = addresses.keySet().stream().anyMatch(e -> e.host().equals(host));
        return redirected
                ? List.of(InetAddress.getByAddress(
                        host, InetAddress.getLoopbackAddress().getAddress()))
                : List.of(InetAddress.getAllByName(host));
    }

    Page get(Url url) throws IOException {
        asked.add(url);
        Request request = new Request.Builder()
                .url(url.toString())
                .header("User-Agent", "Cookieproof (init: reads a few pages once)")
                .build();
        try (Response response = client.newCall(request).execute()) {
            byte[] body = response.peekBody(MOST_READ).bytes();
            List<HeaderField> fields = IntStream.range(0, response.headers().size())
                    .mapToObj(i -> new HeaderField(
                            response.headers().name(i), response.headers().value(i)))
                    .toList();
            return new Page(url, response.code(), new Headers(fields), new String(body, StandardCharsets.UTF_8));
        }
    }

    /** Every URL that was asked for, in order. */
    List<Url> asked() {
        return Collections.unmodifiableList(asked);
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    /** Sockets that go elsewhere than they are told where an address says so; OkHttp cannot change a port itself. */
    private static final class Redirected extends SocketFactory {
        private final Map<Endpoint, InetSocketAddress> addresses;

        Redirected(Map<Endpoint, InetSocketAddress> addresses) {
            this.addresses = Map.copyOf(addresses);
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress to, int timeout) throws IOException {
                    super.connect(elsewhere((InetSocketAddress) to), timeout);
                }
            };
        }

        private InetSocketAddress elsewhere(InetSocketAddress to) throws UnknownHostException {
            Scheme scheme = to.getPort() == Scheme.HTTPS.defaultPort() ? Scheme.HTTPS : Scheme.HTTP;
            InetSocketAddress other = addresses.get(new Endpoint(scheme, to.getHostString()));
            return other == null
                    ? to
                    : new InetSocketAddress(InetAddress.getByName(other.getHostString()), other.getPort());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("OkHttp connects by itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            throw new IOException("OkHttp connects by itself");
        }
    }
}
