package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.cookieproof.report.HostileRun;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void nothingThatATargetSendsSteersTheTerminal() {
        assertThat(Terminal.harmless(HostileRun.EVIL).codePoints())
                .noneMatch(c -> (c < 0x20 && c != '\n' && c != '\t')
                        || (c >= 0x7f && c < 0xa0)
                        || c == 0x202e
                        || c == 0x2066
                        || c == 0x2028
                        || (c >= 0xd800 && c < 0xe000));
    }

    @Test
    void whatIsWrittenStaysAsItIs() {
        assertThat(Terminal.harmless("a\tb\nc × ‹a1b2c3d4› é 漢 😀")).isEqualTo("a\tb\nc × ‹a1b2c3d4› é 漢 😀");
    }
}
