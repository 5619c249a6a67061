package org.cookieproof.farm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.HttpDate;
import org.cookieproof.farm.wire.Parameters;
import org.cookieproof.farm.wire.Percent;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Between Jetty and the farm: reads requests, writes answers; Jetty's types end here. */
final class FarmHandler extends Handler.Abstract {

    private static final int MAX_BODY_BYTES = 512 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Foundation base;
    private final Numbers numbers = new Numbers();
    private volatile Service service;

    FarmHandler(Foundation base, Service service) {
        this.base = base;
        this.service = service;
    }

    /** Requests that have begun are answered by the version that they began with. */
    void switchTo(Service other) {
        service = other;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        byte[] body = readBody(request);
        Service now = service;
        WebRequest read = read(request, body, now.rules());
        base.replies().await(read.host());
        ResponseCookies cookies = now.rules().responseTo(read);
        Answer answer = read.path().equals(Numbers.PATH)
                ? numbers.page()
                : numbers.counted(
                        read.path(),
                        refusal(request, body)
                                .orElseGet(() -> base.meter()
                                        .during(read.host(), () -> now.sites().answer(read, cookies))));
        write(answer, cookies, response, callback);
        return true;
    }

    private static byte[] readBody(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(MAX_BODY_BYTES + 1);
        }
    }

    private static Optional<Answer> refusal(Request request, byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return Optional.of(
                    Answer.text(413, "Too long\n", CachePolicy.NO_STORE).with("Connection", "close"));
        }
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse(FORM);
        boolean form = type.toLowerCase(Locale.ROOT).startsWith(FORM);
        return body.length == 0 || form
                ? Optional.empty()
                : Optional.of(Answer.text(415, "Send forms as " + FORM + "\n", CachePolicy.NO_STORE));
    }

    private static WebRequest read(Request request, byte[] body, WireRules rules) {
        // "OPTIONS *" and its like have none.
        String target = Optional.ofNullable(request.getHttpURI().getPathQuery()).orElse("/");
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new WebRequest(
                request.isSecure(),
                hostOf(request),
                request.getMethod(),
                Percent.decode(path),
                target,
                Parameters.parse(query),
                Parameters.parse(new String(body, StandardCharsets.UTF_8)),
                rules.read(request.getHeaders().getValuesList(HttpHeader.COOKIE)),
                Request.getRemoteAddr(request));
    }

    private static String hostOf(Request request) {
        @Nullable String host = Request.getServerName(request);
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private void write(Answer answer, ResponseCookies cookies, Response response, Callback callback) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        // By the farm's clock, like everything that a client may compare it with.
        fields.add("Date", HttpDate.format(base.clock().instant()));
        add(fields, "Content-Type", answer.contentType());
        cookies.lines().forEach(line -> fields.add("Set-Cookie", line));
        CachePolicy cache = answer.cache();
        add(fields, "Vary", cache.vary());
        add(fields, "Expires", cache.expires());
        add(fields, "Cache-Control", cache.cacheControl());
        add(fields, "Pragma", cache.pragma());
        answer.headers().forEach(h -> fields.add(h.name(), h.value()));
        fields.put("Content-Length", answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    private static void add(HttpFields.Mutable fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add(name, value);
        }
    }
}
