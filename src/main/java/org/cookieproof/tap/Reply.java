package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
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
    /** A rule has made the status one without a body: what the target sends of it goes nowhere. */
    private boolean bodiless;

    private long passed;
    private @Nullable Treatment treatment;
    private @Nullable Inflation inflation;
    private @Nullable HeldBack heldBack;

    /** Where a response comes from. */
    @FunctionalInterface
    interface Source {
        Source NONE = on -> {};

        void reading(boolean on);
    }

    /** @param length of the body in octets; negative when it is not told beforehand */
    private record Head(HttpVersion version, ResponseHead head, long length) {}

    /** A response that a rule delays, as far as it has come. */
    private record HeldBack(Head head, Source source, Deque<HttpContent> contents) {}

    /**
     * @param whenReady run when the next request of this connection may go ahead
     */
    Reply(ChannelHandlerContext ctx, Cable cable, Runnable whenReady) {
        this.ctx = ctx;
        this.cable = cable;
        this.whenReady = whenReady;
    }

    /** @param rules null where there will be no response for them to change */
    void begin(Flight begun, boolean keepsAlive, @Nullable Treatment rules) {
        flight = begun;
        treatment = rules;
        bodiless = false;
        passed = 0;
        requestKeepsAlive = keepsAlive;
        requestComplete = false;
        answersHead = Codecs.isHead(begun.method());
        closeAfter = false;
        deadline = ctx.executor().schedule(this::expire, cable.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void expire() {
        String why = "not over within " + cable.patience();
        if (heldBack != null || (flight != null && flight.isAnswered())) {
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

    /**
     * @param received the fields of the response as they were before netty looked at them
     * @param source   stopped for as long as a rule holds the response back
     */
    void head(HttpResponse response, Headers received, Source source) {
        Treatment rules = treatment;
        if (flight == null || rules == null || closing) {
            return;
        }
        ResponseHead sent =
                new ResponseHead(response.status().code(), response.status().reasonPhrase(), received);
        Treatment.Outcome outcome = rules.of(sent);
        ResponseHead head = framedAs(sent, outcome.head());
        Head toPass = new Head(response.protocolVersion(), head, HttpUtil.getContentLength(response, -1L));
        boolean framed = answersHead
                || head.isBodiless()
                || sent.isBodiless()
                || HttpUtil.isTransferEncodingChunked(response)
                || toPass.length() >= 0;
        closeAfter = !framed || !requestKeepsAlive || !HttpUtil.isKeepAlive(response) || cable.oneExchangeEach();
        bodiless = head.isBodiless() && !sent.isBodiless();
        inflation = Inflation.of(head.headers().combined("Content-Encoding"));
        if (outcome.delay().isZero()) {
            pass(toPass);
            return;
        }
        source.reading(false);
        heldBack = new HeldBack(toPass, source, new ArrayDeque<>());
        Flight delayed = flight;
        ctx.executor().schedule(() -> letGo(delayed), outcome.delay().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A status that has no body, or has one where the target's had none, cannot keep the target's framing. */
    private static ResponseHead framedAs(ResponseHead sent, ResponseHead changed) {
        if (sent.isBodiless() == changed.isBodiless()) {
            return changed;
        }
        List<HeaderField> fields = new ArrayList<>(changed.headers().fields().stream()
                .filter(f -> !f.named("Content-Length") && !f.named("Transfer-Encoding"))
                .toList());
        if (sent.isBodiless()) {
            fields.add(new HeaderField("Content-Length", "0"));
        }
        return changed.with(new Headers(fields));
    }

    private void letGo(Flight delayed) {
        if (flight == delayed && heldBack != null) {
            letGo(heldBack);
            ctx.flush();
        }
    }

    private void letGo(HeldBack held) {
        heldBack = null;
        pass(held.head());
        held.contents().forEach(this::content);
        held.source().reading(true);
    }

    private void pass(Head head) {
        Flight answered = flight;
        if (answered != null) {
            ResponseHead sent = head.head();
            answered.answered(sent.status(), sent.reason(), sent.headers(), head.length());
            cable.recorder().keeps(sent.headers());
            ctx.write(new DefaultHttpResponse(
                    head.version(),
                    new HttpResponseStatus(sent.status(), sent.reason()),
                    Fields.toSend(sent.headers())));
        }
    }

    /** Gives a response of a rule's in the place of the target's. */
    void answer(StandIn standIn) {
        byte[] body = standIn.body().bytes();
        DefaultHttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(standIn.status()));
        List<HeaderField> fields = new ArrayList<>(standIn.headers().fields());
        if (standIn.status() != HttpResponseStatus.NO_CONTENT.code()
                && standIn.status() != HttpResponseStatus.NOT_MODIFIED.code()) {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            fields.add(new HeaderField("Content-Length", String.valueOf(body.length)));
        }
        head(response, new Headers(fields), Source.NONE);
        content(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
        flush();
    }

    /** Takes over the content's reference. */
    void content(HttpContent content) {
        Flight answered = flight;
        if (answered == null || closing) {
            content.release();
            return;
        }
        if (heldBack != null) {
            heldBack.contents().add(content);
            return;
        }
        if (isTooLong(content)) {
            content.release();
            String why = "a body longer than " + cable.recorder().bounds().passedBody() + " octets";
            cable.recorder().exceeded(why + " in " + answered.name());
            cutShort("it has " + why);
            return;
        }
        if (!bodiless) {
            answered.responseContent(content.content());
        }
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

    private boolean isTooLong(HttpContent content) {
        long most = cable.recorder().bounds().passedBody();
        passed += content.content().readableBytes();
        return passed > most || (inflation != null && inflation.total(content.content(), most) > most);
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
        if (heldBack != null) {
            letGo(heldBack);
        }
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
        if (inflation != null) {
            inflation.close();
            inflation = null;
        }
        if (heldBack != null) {
            heldBack.contents().forEach(HttpContent::release);
            heldBack = null;
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
