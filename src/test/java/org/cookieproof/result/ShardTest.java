package org.cookieproof.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Shard.of("2/3")).isEqualTo(new Shard(2, 3)).hasToString("2/3");
        assertThat(Shard.of("1/1")).isEqualTo(new Shard(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1/0", "2", "2/x", "/3", "-1/3", "1/1000", " 1/3", "1/3/3", ""})
    void whatCannotBeIsRefusedWithHowToWriteIt(String words) {
        assertThatThrownBy(() -> Shard.of(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("I/N");
    }
}
