package org.cookieproof.tap;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.littleshoot.proxy.TransportProtocol;
import org.littleshoot.proxy.impl.ServerGroup;

/**
 * The event loops, and the only place that sees every connection before its first octet is read, which LittleProxy's
 * filters do not: an accepted one is bound to the cell that holds its port, one to the target to the connection that
 * it is for, whose event loop it joins.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the connection, and that is seen
final class Loops extends MultiThreadIoEventLoopGroup {

    private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();
    private final FastThreadLocal<@Nullable ClientSide> connecting = new FastThreadLocal<>();

    Loops(int threads) {
        super(threads, new DefaultThreadFactory("tap", true), NioIoHandler.newFactory());
    }

    /** These same loops for everything that LittleProxy does. */
    ServerGroup asServerGroup() {
        Loops loops = this;
        return new ServerGroup("tap", 1, 1, 1, false) {
            @Override
            public EventLoopGroup getClientToProxyAcceptorPoolForTransport(TransportProtocol protocol) {
                return loops;
            }

            @Override
            public EventLoopGroup getClientToProxyWorkerPoolForTransport(TransportProtocol protocol) {
                return loops;
            }

            @Override
            public EventLoopGroup getProxyToServerWorkerPoolForTransport(TransportProtocol protocol) {
                return loops;
            }
        };
    }

    void know(Listener listener) {
        listeners.put(listener.address().getPort(), listener);
    }

    /** Waits until each loop has finished what it is doing: one that ends earlier is missed, loudly, by the others. */
    void awaitTurn() {
        for (EventExecutor loop : this) {
            loop.submit(() -> {}).awaitUninterruptibly();
        }
    }

    /** Runs what may open connections to the target, and binds them to this client. */
    void connectingFor(ClientSide client, Runnable step) {
        connecting.set(client);
        try {
            step.run();
        } finally {
            connecting.remove();
        }
    }

    @Override
    public ChannelFuture register(Channel channel) {
        if (channel instanceof ServerChannel) {
            return super.register(channel);
        }
        if (channel.parent() != null) {
            channel.pipeline().addLast(afterLittleProxy(this::accepted));
            return super.register(channel);
        }
        ClientSide client = connecting.get();
        if (client == null) {
            // LittleProxy's second try without SNI: the name could not be verified, and the client knows already.
            channel.unsafe().closeForcibly();
            return channel.newFailedFuture(new ClosedChannelException());
        }
        channel.pipeline().addLast(afterLittleProxy(connected -> toTarget(connected, client)));
        return client.context().channel().eventLoop().register(channel);
    }

    /** Netty runs initializers in the order in which they were added, and LittleProxy's is there already. */
    private static ChannelInitializer<Channel> afterLittleProxy(Consumer<Channel> step) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                step.accept(channel);
            }
        };
    }

    private void accepted(Channel channel) {
        int port = ((InetSocketAddress) channel.localAddress()).getPort();
        Listener listener = listeners.get(port);
        Cable cable = listener == null ? null : listener.cable();
        if (cable == null || !cable.admit(channel)) {
            channel.close();
            return;
        }
        ClientSide client = new ClientSide(cable, this);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace("decoder", "decoder", Codecs.requestDecoder());
        pipeline.replace(
                "encoder",
                "encoder",
                new Codecs.ResponseEncoder(() -> client.reply().answersHead()));
        pipeline.addBefore("handler", "tap", client);
    }

    private static void toTarget(Channel channel, ClientSide client) {
        ServerSide server = new ServerSide(client);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace("decoder", "decoder", server.decoder());
        pipeline.replace("encoder", "encoder", new Codecs.RequestEncoder());
        pipeline.addBefore("handler", "tap", server);
    }
}
