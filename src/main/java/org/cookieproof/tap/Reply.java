package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The answers on one connection of a user agent: applies the cell's rules, records and writes. An exchange is recorded
 * as over before its last octets are written, so that whoever has seen an answer finds it in the recording.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the connection, and that is seen
final class Reply {

    private final ChannelHandlerContext ctx;
    private final Cable cable;
    private final Runnable whenReady;
    private @Nullable Flight flight;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean requestKeepsAlive;
    private boolean requestComplete;
    private boolean answersHead;
    private boolean closeAfter;
    private boolean closing;

    /**
     * @param whenReady run when the next request of this connection may go ahead
     */
    Reply(ChannelHandlerContext ctx, Cable cable, Runnable whenReady) {
        this.ctx = ctx;
        this.cable = cable;
        this.whenReady = whenReady;
    }

    void begin(Flight begun, boolean keepsAlive) {
        flight = begun;
        requestKeepsAlive = keepsAlive;
        requestComplete = false;
        answersHead = Codecs.isHead(begun.method());
        closeAfter = false;
        deadline = ctx.executor().schedule(this::expire, cable.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void expire() {
        String why = "not over within " + cable.patience();
        if (flight != null && flight.isAnswered()) {
            cutShort(why);
        } else {
            fail(why);
        }
    }

    @Nullable
    Flight current() {
        return flight;
    }

    boolean answersHead() {
        return answersHead;
    }

    /** Nothing more is read from or promised to this connection. */
    boolean isClosing() {
        return closing;
    }

    void requestComplete() {
        requestComplete = true;
    }

    /** Passes on a 1xx, which announces the response and is not it (RFC 9110 §15.2). */
    void interim(HttpResponse response, Headers received) {
        DefaultFullHttpResponse passed = new DefaultFullHttpResponse(
                response.protocolVersion(),
                response.status(),
                Unpooled.EMPTY_BUFFER,
                Fields.toSend(received),
                Fields.UNCHECKED.newHeaders());
        ctx.writeAndFlush(passed);
    }

    void head(HttpResponse response, Headers received) {
        Flight answered = flight;
        if (answered == null || closing) {
            return;
        }
        int status = response.status().code();
        Headers headers = received;
        for (WireRule rule : cable.rules()) {
            headers = rule.apply(answered.request(), status, headers);
        }
        long length = HttpUtil.getContentLength(response, -1L);
        boolean framed = answersHead
                || status == HttpResponseStatus.NO_CONTENT.code()
                || status == HttpResponseStatus.NOT_MODIFIED.code()
                || HttpUtil.isTransferEncodingChunked(response)
                || length >= 0;
        closeAfter = !framed || !requestKeepsAlive || !HttpUtil.isKeepAlive(response) || cable.oneExchangeEach();
        answered.answered(status, response.status().reasonPhrase(), headers, length);
        ctx.write(new DefaultHttpResponse(response.protocolVersion(), response.status(), Fields.toSend(headers)));
    }

    /** Takes over the content's reference. */
    void content(HttpContent content) {
        Flight answered = flight;
        if (answered == null || closing) {
            content.release();
            return;
        }
        answered.responseContent(content.content());
        if (!(content instanceof LastHttpContent)) {
            ctx.write(content);
            return;
        }
        // A response that overtook its request leaves the rest of that request with nowhere to go.
        boolean close = closeAfter || !requestComplete;
        over(null);
        ChannelFuture written = ctx.writeAndFlush(content);
        if (close) {
            closing = true;
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            whenReady.run();
        }
    }

    /** Ends the exchange with an answer of the harness's, as it is, and closes the connection. */
    void answer(OwnAnswer own) {
        Flight answered = flight;
        if (answered == null || closing) {
            return;
        }
        ByteBuf body = Unpooled.wrappedBuffer(own.body().bytes());
        Headers headers = own.framed();
        HttpResponseStatus status = HttpResponseStatus.valueOf(own.status());
        answered.answered(own.status(), status.reasonPhrase(), headers, body.readableBytes());
        boolean head = answersHead;
        if (!head) {
            answered.responseContent(body);
        }
        over(null);
        closing = true;
        ctx.writeAndFlush(new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        head ? Unpooled.EMPTY_BUFFER : body,
                        Fields.toSend(headers),
                        Fields.UNCHECKED.newHeaders()))
                .addListener(ChannelFutureListener.CLOSE);
    }

    void flush() {
        ctx.flush();
    }

    /** Ends the exchange with a 502 of the tap's own. */
    void fail(String why) {
        if (flight != null && !closing) {
            over(why);
            say(HttpResponseStatus.BAD_GATEWAY, "The tap got no answer: " + why);
        }
    }

    /** Ends the exchange as the target did: with the end of the connection and not a word. */
    void abandon(String why) {
        if (flight != null && !closing) {
            over(why);
            closing = true;
            ctx.close();
        }
    }

    /** Ends the exchange in the middle of its response. */
    void cutShort(String why) {
        if (flight != null && !closing) {
            over(why);
            closing = true;
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** The user agent has gone. */
    void gone() {
        closing = true;
        over(Exchange.ENDED_BY_USER_AGENT + ": it closed the connection");
    }

    private void over(@Nullable String why) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (flight != null) {
            cable.recorder().end(flight, why);
            flight = null;
        }
    }

    /** A response of the tap's own, after which the connection is closed. */
    void say(HttpResponseStatus status, String text) {
        closing = true;
        ByteBuf body = ByteBufUtil.writeUtf8(ctx.alloc(), text + "\n");
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
