package org.cookieproof.tap;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The oracle on the user agent's side: one connection to a proxy, whose octets the test writes and reads. */
final class RawUserAgent implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private Socket socket;

    private RawUserAgent(Socket socket) {
        this.socket = socket;
    }

    static RawUserAgent connect(InetSocketAddress proxy) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(proxy, PATIENCE_MILLIS);
        return new RawUserAgent(socket);
    }

    /** A connection within a TLS tunnel to this host, its certificate verified. */
    static RawUserAgent tunnel(InetSocketAddress proxy, String host, X509Certificate ca) throws Exception {
        RawUserAgent agent = connect(proxy);
        agent.send("CONNECT " + host + ":443 HTTP/1.1\r\nHost: " + host + ":443\r\n\r\n");
        String answer = agent.readHead();
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("no tunnel: " + answer);
        }
        SSLSocket secured = (SSLSocket) trusting(ca).getSocketFactory().createSocket(agent.socket, host, 443, true);
        SSLParameters verifying = secured.getSSLParameters();
        verifying.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(verifying);
        secured.startHandshake();
        agent.socket = secured;
        return agent;
    }

    static SSLContext trusting(X509Certificate ca) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("ca", ca);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(Octets.of(octets));
        socket.getOutputStream().flush();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    String readHead() throws IOException {
        return Octets.head(in());
    }

    String read(int octets) throws IOException {
        return Octets.exactly(octets, in());
    }

    /** Everything until the proxy closes the connection. */
    String readAll() throws IOException {
        return Octets.rest(in());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
