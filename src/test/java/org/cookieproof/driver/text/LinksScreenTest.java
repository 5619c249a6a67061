package org.cookieproof.driver.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cookieproof.driver.text.LinksScreen.Shown;
import org.junit.jupiter.api.Test;

/** As Links 2.28 draws it on a terminal of one colour. */
class LinksScreenTest {

    private static final List<String> INFO = List.of(
            "Hello there",
            "          +----------------------- Info ------------------------+",
            "          |                                                     |",
            "          |  URL: http://127.0.0.1:8899/x                       |",
            "          |  IP address: 127.0.0.1                              |",
            "          |  Size: 31                                           |",
            "          |  Content-Type: text/html                            |",
            "          |                                                     |",
            "          |                       [ OK ]                        |",
            "          +-----------------------------------------------------+");

    @Test
    void tellsWhatTheDialogAboutADocumentSays() {
        LinksScreen screen = drawn(INFO, "http://127.0.0.1:8899/x");
        assertThat(screen.shows("Info")).isTrue();
        assertThat(screen.shows("Error")).isFalse();
        assertThat(screen.info()).isEqualTo(new Shown("http://127.0.0.1:8899/x", 31));
    }

    @Test
    void putsAUrlTogetherThatTakesSeveralRows() {
        assertThat(drawn(
                                List.of(
                                        "|  URL:                       |",
                                        "|  http://127.0.0.1/x?aaaaaa  |",
                                        "|  aaa&b=c                    |",
                                        "|  Size: 0                    |"),
                                "OK")
                        .info())
                .isEqualTo(new Shown("http://127.0.0.1/x?aaaaaaaaa&b=c", 0));
    }

    @Test
    void aDocumentThatStillComesHasNoSize() {
        List<String> coming = INFO.stream()
                .map(row -> row.replace("Size: 31             ", "Size: 31 (incomplete)"))
                .toList();
        assertThat(drawn(coming, "Transferring").info()).isEqualTo(new Shown("http://127.0.0.1:8899/x", -1));
    }

    @Test
    void isAtWorkWhileItsStatusLineSaysSo() {
        assertThat(List.of("Request sent", "Received 12 kB, avg 3 kB/s", "Formatting document"))
                .allMatch(status -> drawn(List.of(), status).loading());
        assertThat(List.of("OK", "http://127.0.0.1:8899/x", "Text field, name q", ""))
                .noneMatch(status -> drawn(List.of(), status).loading());
    }

    @Test
    void whatWasWrittenBeforeAndAfterIsNotOnTheScreen() {
        String before = "\u001b[60;1H+-- Error --+\u001b[120;1HOK\u001b[0m\u001b[119;400H";
        String after = "\u001b[120;1H\u001b[0;7mOK\u001b[0m       \u001b[0m\u001b[119;400H";
        LinksScreen screen = LinksScreen.read(before + written(List.of("Hello"), "Request sent") + after);
        assertThat(screen.shows("Error")).isFalse();
        assertThat(screen.loading()).isTrue();
    }

    private static LinksScreen drawn(List<String> rows, String status) {
        return LinksScreen.read(written(rows, status));
    }

    private static String written(List<String> rows, String status) {
        int empty = Terminal.ROWS - 1 - rows.size();
        String all = IntStream.rangeClosed(1, Terminal.ROWS - 1)
                .mapToObj(row -> "\u001b[" + row + ";1H" + (row > empty ? rows.get(row - empty - 1) : "   "))
                .collect(Collectors.joining());
        return "\u001b[2J\u001b[1;1H" + all + "\u001b[" + Terminal.ROWS + ";1H\u001b[0;7m" + status
                + "\u001b[0m    \u001b[0m\u001b[119;400H";
    }
}
