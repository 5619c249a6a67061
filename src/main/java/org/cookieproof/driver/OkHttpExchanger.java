package org.cookieproof.driver;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** OkHttp put into its surroundings; what it does about cookies, each driver says for itself. */
public final class OkHttpExchanger {

    public static final String ENGINE = "OkHttp " + OkHttp.VERSION;

    private final OkHttpClient client;

    /** Takes a client with its cookie handling set and nothing else. */
    public OkHttpExchanger(OkHttpClient.Builder cookies, Surroundings surroundings, CaTrust trust) {
        this.client = cookies.proxy(new Proxy(Proxy.Type.HTTP, surroundings.proxy()))
                .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
                .socketFactory(new NoDelay())
                // One limit for all of a call, its redirects included.
                .callTimeout(surroundings.patience())
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** As {@link Transport#send}. */
    public Reply send(Call call) {
        Request request;
        try {
            request = request(call);
        } catch (IllegalArgumentException e) {
            return new Reply.Failed(call.url(), "OkHttp does not take this request: " + e.getMessage());
        }
        try (Response response = client.newCall(request).execute()) {
            String type = response.header("Content-Type", "");
            return new Reply.Got(
                    url(response.request().url()),
                    response.code(),
                    type == null ? "" : type,
                    Body.of(response.body().bytes()));
        } catch (InterruptedIOException e) {
            throw new UserAgentBrokenException("OkHttp got no answer from " + call.url() + " in time", e);
        } catch (IOException e) {
            return new Reply.Failed(call.url(), String.valueOf(e.getMessage()));
        }
    }

    private static Request request(Call call) {
        Request.Builder request = new Request.Builder().url(call.url().toString());
        Call.Content content = call.content();
        request.method(
                call.method(),
                content == null ? null : RequestBody.create(content.body().bytes(), MediaType.get(content.type())));
        if (call.referer() != null) {
            request.header("Referer", call.referer());
        }
        call.headers().forEach(request::header);
        return request.build();
    }

    public static Url url(HttpUrl url) {
        return Url.parse(url.toString());
    }

    public void close() {
        client.connectionPool().evictAll();
    }

    /** Without TCP_NODELAY each new TLS connection waits 40 ms for a delayed acknowledgement (facts: tap.md). */
    private static final class NoDelay extends SocketFactory {

        private final SocketFactory sockets = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return noDelay(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return noDelay(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return noDelay(sockets.createSocket(host, port, localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return noDelay(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
                throws IOException {
            return noDelay(sockets.createSocket(address, port, localAddress, localPort));
        }

        private static Socket noDelay(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
