package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a server of ours on loopback, whose certificate is for the address too and of no authority but the given. */
final class TlsProbe {

    private final HttpClient client;
    private final Duration patience;

    TlsProbe(X509Certificate authority, Duration patience) {
        this.client = HttpClient.newBuilder()
                .sslContext(trusting(authority))
                .connectTimeout(patience)
                .build();
        this.patience = patience;
    }

    /** The body of the answer. @throws IOException if there is none, or its status is not of success */
    String get(int port, String path) throws IOException {
        return answer(request(port, path).build());
    }

    /** The same for whoever has the token. */
    String get(int port, String path, String bearerToken) throws IOException {
        return answer(request(port, path)
                .header("Authorization", "Bearer " + bearerToken)
                .build());
    }

    /**
     * Sends a form.
     *
     * @param bearerToken may be empty
     */
    String post(int port, String path, String bearerToken, String form) throws IOException {
        HttpRequest.Builder request = request(port, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!bearerToken.isEmpty()) {
            request.header("Authorization", "Bearer " + bearerToken);
        }
        return answer(request.build());
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(patience);
    }

    private String answer(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(request.uri() + " answered with status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while asking " + request.uri());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private static SSLContext trusting(X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) { // an empty store in memory, and no input from outside
            throw new IllegalStateException("cannot make a TLS context of one certificate", e);
        }
    }
}
