package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;

/** What pages embed, and for whom it is asked. */
class EmbeddingTest {

    private static final Url PAGE = Url.parse("https://www.first.test/page");

    private final Map<String, String> pages = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    /** Answers from the pages above. */
    private final class Answering implements Transport {

        @Override
        public String engine() {
            return "test 1";
        }

        @Override
        public Reply send(Call call) {
            calls.add(call);
            String html = pages.getOrDefault(call.url().toString(), "");
            return new Reply.Got(call.url(), 200, "text/html", Body.of(html));
        }

        @Override
        public Jar jar() {
            return new Jar.Opaque("none");
        }

        @Override
        public void restart() {}

        @Override
        public void close() {}
    }

    private List<String> embedded(String html) {
        new Embedding(new Answering()).load(HtmlDocument.read(PAGE, "text/html", Body.of(html)));
        return calls.stream().map(call -> call.url().toString()).toList();
    }

    @Test
    void asksForImagesOnceAndThenForFrames() {
        assertThat(embedded("<iframe src='/f'></iframe><img src='/i.png'><img src='/i.png'>"
                        + "<noscript><img src='//www.other.test/p.png'></noscript><img src='data:,x'>"))
                .containsExactly(
                        "https://www.first.test/i.png", "https://www.other.test/p.png", "https://www.first.test/f");
        assertThat(calls)
                .extracting(call -> call.asker().place())
                .containsExactly(Call.Place.IMAGE, Call.Place.IMAGE, Call.Place.FRAME);
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.asker().documents()).containsExactly(PAGE));
    }

    @Test
    void asksForWhatAFrameEmbedsOnBehalfOfItAndOfThePageAroundIt() {
        pages.put("https://www.other.test/f", "<img src='i.png'>");
        assertThat(embedded("<iframe src='https://www.other.test/f'></iframe>"))
                .containsExactly("https://www.other.test/f", "https://www.other.test/i.png");
        assertThat(calls.get(1).asker().documents()).containsExactly(Url.parse("https://www.other.test/f"), PAGE);
        assertThat(calls.get(1).referer()).isEqualTo("https://www.other.test/f");
    }

    @Test
    void comesToAnEndWhereFramesShowEachOther() {
        pages.put("https://www.first.test/f", "<iframe src='/page'></iframe><iframe src='/f'></iframe>");
        assertThat(embedded("<iframe src='/f'></iframe>")).containsExactly("https://www.first.test/f");
    }

    @Test
    void comesToAnEndWhereEachFrameShowsAnother() {
        for (int i = 0; i < 50; i++) {
            pages.put("https://www.first.test/" + i, "<iframe src='/" + (i + 1) + "'></iframe>");
        }
        assertThat(embedded("<iframe src='/0'></iframe>")).hasSizeBetween(1, 10);
    }
}
