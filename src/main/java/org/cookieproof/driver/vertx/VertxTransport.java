package org.cookieproof.driver.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.launcher.commands.VersionCommand;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.WebClientSession;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Pending;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;

/** One Vert.x with one WebClientSession; it keeps its cookies in memory, so that a restart empties it. */
final class VertxTransport implements Transport {

    private final Surroundings surroundings;
    private final Vertx vertx;
    private WebClientSession client;

    VertxTransport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                // Otherwise it makes a directory beside the run's own ones.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.client = newClient();
    }

    private WebClientSession newClient() {
        return WebClientSession.create(WebClient.create(
                vertx,
                new WebClientOptions()
                        // It follows them with the Cookie field of the first request, to whatever host they lead, and
                        // takes no cookie on the way: nobody can log in like that.
                        .setFollowRedirects(false)
                        .setProxyOptions(new ProxyOptions()
                                .setType(ProxyType.HTTP)
                                .setHost(surroundings.proxy().getAddress().getHostAddress())
                                .setPort(surroundings.proxy().getPort()))
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(
                                        surroundings.caPem().toAbsolutePath().toString()))));
    }

    @Override
    public String engine() {
        return "Vert.x " + VersionCommand.getVersion() + " WebClientSession";
    }

    @Override
    public Reply send(Call call) {
        HttpRequest<Buffer> request =
                client.requestAbs(HttpMethod.valueOf(call.method()), call.url().toString());
        Call.Content content = call.content();
        if (call.referer() != null) {
            request.putHeader("Referer", call.referer());
        }
        call.headers().forEach(request::putHeader);
        Future<HttpResponse<Buffer>> answer;
        if (content == null) {
            answer = request.send().toCompletionStage().toCompletableFuture();
        } else {
            request.putHeader("Content-Type", content.type());
            answer = request.sendBuffer(Buffer.buffer(content.body().bytes()))
                    .toCompletionStage()
                    .toCompletableFuture();
        }
        return new Pending<>("Vert.x", call, answer, client::close)
                .within(surroundings.patience(), response -> reply(call, response));
    }

    private static Reply reply(Call call, HttpResponse<Buffer> response) {
        String type = response.getHeader("Content-Type");
        Buffer body = response.body();
        return new Reply.Got(
                call.url(),
                response.statusCode(),
                type == null ? "" : type,
                body == null ? Body.EMPTY : Body.of(body.getBytes()));
    }

    @Override
    public Jar jar() {
        return new Jar.Opaque("Vert.x's cookie store tells what goes to one host and path, and no more");
    }

    @Override
    public void restart() {
        client.close();
        client = newClient();
    }

    @Override
    public void close() {
        client.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UserAgentBrokenException("Vert.x does not stop: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
