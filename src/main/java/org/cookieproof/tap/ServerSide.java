package org.cookieproof.tap;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the target, on behalf of one connection of a user agent: sends the real request in the place of
 * LittleProxy's stand-in and hands the response to the user agent's side past LittleProxy.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the connection, and that is seen
final class ServerSide extends ChannelDuplexHandler {

    private enum State {
        IDLE,
        AWAITING_HEAD,
        INTERIM,
        IN_BODY
    }

    private final ClientSide client;
    private final Codecs.ResponseDecoder decoder = new Codecs.ResponseDecoder(this::answersHead);
    private State state = State.IDLE;
    private boolean reused;
    private boolean answersHead;
    private @Nullable Throwable trouble;

    ServerSide(ClientSide client) {
        this.client = client;
    }

    private boolean answersHead() {
        return answersHead;
    }

    /** To be put in the place of LittleProxy's. */
    Codecs.ResponseDecoder decoder() {
        return decoder;
    }

    @Override
    public void connect(ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        // A promise of our own, so that the cause is known before LittleProxy answers in its general way.
        ChannelPromise connected = ctx.newPromise();
        connected.addListener(done -> {
            if (done.isSuccess()) {
                promise.setSuccess();
            } else {
                client.fail(reason(done.cause()));
                promise.setFailure(done.cause());
            }
        });
        ctx.connect(remote, local, connected);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!(message instanceof HttpRequest)) {
            ctx.write(message, promise);
            return;
        }
        HttpRequest request = client.takeForward();
        if (request == null) {
            // The user agent left while the connection was being made.
            promise.setFailure(new IllegalStateException("the exchange is over"));
            ctx.close();
            return;
        }
        state = State.AWAITING_HEAD;
        answersHead = Codecs.isHead(request.method().name());
        ctx.write(request, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof HttpObject object) || state == State.IDLE) {
            ReferenceCountUtil.release(message); // nothing was asked
            ctx.close();
        } else if (object.decoderResult().isFailure()) {
            trouble = object.decoderResult().cause();
            ReferenceCountUtil.release(message);
            breakOff(ctx, "sent what is not HTTP/1.1");
        } else if (object instanceof HttpResponse response) {
            head(ctx, response);
        } else {
            content((HttpContent) object);
        }
    }

    private void head(ChannelHandlerContext ctx, HttpResponse response) {
        if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            state = State.INTERIM;
            client.reply().interim(response, decoder.received());
        } else {
            state = State.IN_BODY;
            client.reply()
                    .head(
                            response,
                            decoder.received(),
                            on -> ctx.channel().config().setAutoRead(on));
        }
    }

    private void content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        if (state == State.INTERIM) {
            content.release();
            state = last ? State.AWAITING_HEAD : State.INTERIM;
            return;
        }
        if (last) {
            state = State.IDLE;
            reused = true;
        }
        client.reply().content(content);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        client.reply().flush();
        ctx.fireChannelReadComplete();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            client.fail(reason(handshake.cause()));
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        trouble = cause;
        breakOff(ctx, "broke the connection");
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        breakOff(ctx, "closed the connection");
        ctx.fireChannelInactive();
    }

    private void breakOff(ChannelHandlerContext ctx, String what) {
        State was = state;
        state = State.IDLE;
        String why = "the target " + what + (trouble == null ? "" : " (" + reason(trouble) + ")");
        if (was == State.IN_BODY) {
            client.reply().cutShort(why + " in the middle of the response");
        } else if (was == State.INTERIM || (was == State.AWAITING_HEAD && !(reused && trouble == null))) {
            client.fail(why + " before any response");
        } else if (was == State.AWAITING_HEAD) {
            // It had been kept alive too long. A user agent without a tap would see just this, and try again.
            client.reply().abandon(why + ", kept alive until then, before any response");
        }
        ctx.close();
    }

    /** The innermost cause that says something. */
    private static String reason(Throwable thrown) {
        String reason = thrown.toString();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
            }
        }
        return reason;
    }
}
