package org.cookieproof.tap;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a user agent's connection and LittleProxy. LittleProxy opens and intercepts connections; it is given
 * an empty stand-in of each request, and {@link ServerSide} puts the real one in its place, because LittleProxy's own
 * copies lose order and refuse control bytes. All of a connection's handlers, upstream ones too, share one event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the connection, and that is seen
final class ClientSide extends ChannelDuplexHandler {

    /** A CONNECT under way; becomes an exchange only when it fails. */
    private record Opening(Url url, Headers headers, ScheduledFuture<?> deadline) {}

    private final Cable cable;
    private final Loops loops;
    private final Deque<HttpObject> held = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext ctx;
    private @Nullable Reply reply;
    private @Nullable Endpoint tunnel;
    private @Nullable Opening opening;
    private @Nullable HttpRequest toForward;
    private @Nullable StandIn answering;
    private @Nullable ScheduledFuture<?> turn;
    private boolean dropping;

    ClientSide(Cable cable, Loops loops) {
        this.cable = cable;
        this.loops = loops;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        ctx = added;
        reply = new Reply(added, cable, this::readOn);
    }

    ChannelHandlerContext context() {
        if (ctx == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return ctx;
    }

    Reply reply() {
        if (reply == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return reply;
    }

    @Override
    public void channelRead(ChannelHandlerContext read, Object message) {
        // One request at a time: LittleProxy would mix up the answers of a client that pipelines.
        held.add((HttpObject) message);
        readOn();
    }

    private void readOn() {
        HttpObject next;
        while ((next = held.peek()) != null && isReadyFor(next)) {
            held.remove();
            if (reply().isClosing()) {
                ReferenceCountUtil.release(next);
            } else if (next instanceof HttpRequest request) {
                take(request);
            } else {
                take((HttpContent) next);
            }
        }
    }

    private boolean isReadyFor(HttpObject message) {
        if (reply().isClosing()) {
            return true;
        }
        if (turn != null) {
            return false;
        }
        return message instanceof HttpRequest
                ? reply().current() == null && opening == null
                // LittleProxy blocks the event loop when it is given content while it still connects.
                : dropping || toForward == null;
    }

    private void take(HttpRequest request) {
        dropping = true;
        if (request.decoderResult().isFailure()) {
            refuseUnreadable(request);
        } else if (request.method().equals(HttpMethod.CONNECT)) {
            connect(request);
        } else {
            exchange(request);
        }
    }

    private void take(HttpContent content) {
        Flight flight = reply().current();
        if (dropping || flight == null) {
            content.release();
            return;
        }
        flight.requestContent(content.content());
        boolean last = content instanceof LastHttpContent;
        if (last) {
            reply().requestComplete();
        }
        StandIn given = answering;
        if (given != null) {
            content.release();
            if (last) {
                answering = null;
                reply().answer(given);
            }
            return;
        }
        context().fireChannelRead(content);
    }

    private void connect(HttpRequest request) {
        Url url = Destination.ofConnect(request);
        Endpoint endpoint = url == null ? null : Destination.endpoint(url);
        if (url == null || tunnel != null) {
            reply().say(HttpResponseStatus.BAD_REQUEST, "not a CONNECT the tap can follow: " + request.uri());
        } else if (endpoint == null || !cable.reaches(endpoint)) {
            refuse(url);
        } else {
            tunnel = endpoint;
            if (endpoint.scheme() == Scheme.HTTP) {
                // LittleProxy would expect TLS in it; some clients tunnel http, too.
                context()
                        .writeAndFlush(new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, new HttpResponseStatus(200, "Connection established")));
            } else {
                open(url, request);
            }
        }
    }

    private void open(Url url, HttpRequest request) {
        cable.recorder().activityBegins(isAside());
        opening = new Opening(
                url,
                Fields.received(request.headers()),
                context()
                        .executor()
                        .schedule(
                                () -> fail("no connection within " + cable.patience()),
                                cable.patience().toNanos(),
                                TimeUnit.NANOSECONDS));
        pass(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.CONNECT, url.host() + ":" + url.port()));
    }

    private void exchange(HttpRequest request) {
        Url url = Destination.of(request, tunnel);
        Endpoint endpoint = url == null ? null : Destination.endpoint(url);
        if (url == null || (tunnel == null && url.isSecure())) {
            reply().say(HttpResponseStatus.BAD_REQUEST, "not a request to a proxy: " + request.uri());
        } else if (endpoint == null || !cable.reaches(endpoint)) {
            refuse(url);
        } else if (!cable.recorder().hasRoom()) {
            reply().say(
                            HttpResponseStatus.SERVICE_UNAVAILABLE,
                            "The tap lets nothing more through: "
                                    + cable.recorder().excess().orElse(""));
        } else if (cable.answersItself(url)) {
            answer(request, url);
        } else {
            awaitTurn(cable.takeTurn(), () -> forward(request, url));
        }
    }

    /** Holds a request back; what the wire will carry is no quiet, so that it counts as activity meanwhile. */
    private void awaitTurn(Duration wait, Runnable forward) {
        if (wait.isZero()) {
            forward.run();
            return;
        }
        cable.recorder().activityBegins(isAside());
        turn = context()
                .executor()
                .schedule(
                        () -> {
                            turn = null;
                            forwardInTurn(forward);
                        },
                        wait.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    /** What a scheduled task throws is told to nobody: the user agent would wait for an answer that never comes. */
    private void forwardInTurn(Runnable forward) {
        boolean forwarded = false;
        try {
            forward.run();
            forwarded = true;
        } finally {
            cable.recorder().activityEnds(isAside());
            if (!forwarded) {
                context().close();
            }
        }
        readOn();
    }

    /** The target never hears of this request. */
    private void answer(HttpRequest request, Url url) {
        answering = cable.answers().to(url).standIn();
        Headers headers = Fields.received(request.headers());
        Flight flight =
                cable.recorder().begin(cable.sender(), port(), request.method().name(), url, headers, true);
        // No rule is meant for what the target has no part in.
        reply().begin(flight, HttpUtil.isKeepAlive(request), new Treatment(flight.request(), List.of()));
        dropping = false;
    }

    private void forward(HttpRequest request, Url url) {
        Headers headers = cable.toTarget(new Endpoint(url.scheme(), url.host()), Fields.received(request.headers()));
        Flight flight =
                cable.recorder().begin(cable.sender(), port(), request.method().name(), url, headers);
        Treatment rules = rules(flight);
        reply().begin(flight, HttpUtil.isKeepAlive(request), rules);
        dropping = false;
        answering = rules.standIn().orElse(null);
        if (answering != null) {
            return;
        }
        toForward = new DefaultHttpRequest(
                request.protocolVersion(),
                request.method(),
                url.target(),
                Fields.toSend(Fields.forwarded(rules.forTarget(), url.host())));
        boolean intercepted = url.isSecure();
        DefaultHttpRequest standIn = new DefaultHttpRequest(
                HttpVersion.HTTP_1_1, request.method(), intercepted ? "/" : "http://" + url.host() + ":80/");
        standIn.headers().set(HttpHeaderNames.HOST, url.host());
        pass(standIn);
    }

    private Treatment rules(Flight flight) {
        try {
            return cable.rules().of(flight.request(), flight.sender());
        } catch (RuntimeException
                | StackOverflowError e) { // the latter by a pattern that is too deep for what it meets
            cable.recorder().end(flight, "the rules of the wire cannot be applied: " + e);
            throw e;
        }
    }

    private void pass(HttpRequest standIn) {
        loops.connectingFor(this, () -> context().fireChannelRead(standIn));
    }

    /** The real request, once, when LittleProxy writes its stand-in; null when it is too late for that. */
    @Nullable
    HttpRequest takeForward() {
        HttpRequest request = reply().isClosing() ? null : toForward;
        toForward = null;
        if (request != null) {
            // Not at once: LittleProxy is still in the middle of announcing the connection.
            context().executor().execute(this::readOn);
        }
        return request;
    }

    /** No answer will come; the connection in the making or the request on its way is at an end. */
    void fail(String why) {
        Opening failed = opening;
        if (failed != null) {
            opening = null;
            failed.deadline().cancel(false);
            Flight flight = cable.recorder()
                    .begin(cable.sender(), port(), HttpMethod.CONNECT.name(), failed.url(), failed.headers());
            reply().begin(flight, false, null);
            cable.recorder().activityEnds(isAside());
        }
        reply().fail(why);
        readOn();
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        if (!(message instanceof HttpObject)) {
            writing.write(message, promise);
        } else if (opening != null && message instanceof HttpResponse response && isSuccess(response)) {
            opening.deadline().cancel(false);
            opening = null;
            cable.recorder().activityEnds(isAside());
            writing.write(message, promise);
        } else {
            // LittleProxy's own answer to a failure. The cause, where there is a better one, is just being told.
            ReferenceCountUtil.release(message);
            promise.setSuccess();
            writing.executor().execute(() -> fail("no connection to the target"));
        }
    }

    private static boolean isSuccess(HttpResponse response) {
        return response.status().code() == HttpResponseStatus.OK.code();
    }

    private void refuse(Url url) {
        cable.recorder().refuse(Destination.name(url));
        reply().say(HttpResponseStatus.FORBIDDEN, "The tap forwards to the target only, not to " + url.host());
    }

    private void refuseUnreadable(HttpRequest request) {
        String why = "unreadable request: " + request.decoderResult().cause().getMessage();
        Url url = Destination.of(request, tunnel);
        Endpoint endpoint = url == null ? null : Destination.endpoint(url);
        if (url != null && endpoint != null && cable.reaches(endpoint)) {
            Flight flight = cable.recorder()
                    .begin(cable.sender(), port(), request.method().name(), url, Fields.received(request.headers()));
            cable.recorder().end(flight, why);
        } else {
            cable.recorder().refuse("(" + why.toLowerCase(Locale.ROOT) + ")");
        }
        reply().say(HttpResponseStatus.BAD_REQUEST, why);
    }

    /** A tunnel of the harness's own client sets no page to work. */
    private boolean isAside() {
        return cable.sender() == Exchange.Sender.HARNESS;
    }

    private int port() {
        return ((InetSocketAddress) context().channel().remoteAddress()).getPort();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        if (opening != null) {
            opening.deadline().cancel(false);
            opening = null;
            cable.recorder().activityEnds(isAside());
        }
        if (turn != null) {
            turn.cancel(false);
            turn = null;
            cable.recorder().activityEnds(isAside());
        }
        reply().gone();
        readOn();
        closed.fireChannelInactive();
    }
}
