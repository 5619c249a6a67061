package org.cookieproof.farm;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;

/**
 * What an operator of the farm would watch, at {@code /metrics} of each of its hosts: answers by class of status, and the
 * API's errors by code, with NeedToken among them. Counted where answers leave, whatever made them.
 */
final class Numbers {

    static final String PATH = "/metrics";

    private static final String API_ERROR = "MediaWiki-API-Error";
    private static final String NEED_TOKEN = "\"result\":\"NeedToken\"";

    private final Map<String, LongAdder> byLine = new ConcurrentSkipListMap<>();

    Answer counted(String path, Answer answer) {
        add("farm_answers_total{status=\"" + answer.status() / 100 + "xx\"}");
        answer.headers().stream()
                .filter(h -> h.name().equals(API_ERROR))
                .forEach(h -> add("farm_api_errors_total{code=\"" + h.value() + "\"}"));
        if (path.equals("/w/api.php")
                && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).contains(NEED_TOKEN)) {
            add("farm_api_errors_total{code=\"NeedToken\"}");
        }
        return answer;
    }

    private void add(String line) {
        byLine.computeIfAbsent(line, l -> new LongAdder()).increment();
    }

    /** In Prometheus' text format, which is what monitoring reads. */
    Answer page() {
        StringBuilder page = new StringBuilder();
        byLine.forEach((line, count) ->
                page.append(line).append(' ').append(count.sum()).append('\n'));
        return Answer.text(200, page.toString(), CachePolicy.NO_STORE);
    }
}
