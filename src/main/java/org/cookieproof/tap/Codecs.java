package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.cookieproof.http.Headers;

/** Netty's HTTP/1.1 codecs, each without the place where it would change or refuse what is on the wire. */
final class Codecs {

    private Codecs() {}

    static HttpRequestDecoder requestDecoder() {
        return new HttpRequestDecoder(Fields.decoding());
    }

    /** Writes the request target octet by octet, where netty's own would encode raw UTF-8 a second time. */
    static final class RequestEncoder extends HttpRequestEncoder {
        @Override
        protected void encodeInitialLine(ByteBuf out, HttpRequest request) {
            String line = request.method() + " " + request.uri() + " " + request.protocolVersion() + "\r\n";
            out.writeCharSequence(line, StandardCharsets.ISO_8859_1);
        }
    }

    /** Knows which responses answer HEAD and so have no content, whatever their header fields say. */
    static final class ResponseDecoder extends HttpResponseDecoder {
        private final BooleanSupplier answersHead;
        private Headers received = Headers.NONE;

        ResponseDecoder(BooleanSupplier answersHead) {
            super(Fields.decoding());
            this.answersHead = answersHead;
        }

        /** The fields of the newest response before netty took out those that contradict its framing. */
        Headers received() {
            return received;
        }

        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            // Asked once for each message, with all its fields there and the framing not yet decided.
            received = Fields.received(message.headers());
            return answersHead.getAsBoolean() || super.isContentAlwaysEmpty(message);
        }
    }

    /** Writes the header fields as they are, also those that make no sense with the status. */
    static final class ResponseEncoder extends HttpResponseEncoder {
        private final BooleanSupplier answersHead;

        ResponseEncoder(BooleanSupplier answersHead) {
            this.answersHead = answersHead;
        }

        @Override
        protected boolean isContentAlwaysEmpty(HttpResponse response) {
            return answersHead.getAsBoolean() || super.isContentAlwaysEmpty(response);
        }

        @Override
        protected void sanitizeHeadersBeforeEncode(HttpResponse response, boolean isAlwaysEmpty) {
            // What the target sent is what the user agent gets.
        }
    }

    static boolean isHead(String method) {
        return HttpMethod.HEAD.name().equals(method);
    }
}
