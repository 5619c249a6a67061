package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellChoiceTest {

    private static final CellId MEANT = cell("logout/everywhere", "chromium", Scheme.HTTPS);
    private static final List<CellId> CELLS = List.of(
            MEANT,
            cell("logout/everywhere", "chromium-webdriver", Scheme.HTTPS),
            cell("logout/everywhere", "chromium", Scheme.HTTP),
            cell("login/remembered", "curl", Scheme.HTTPS));

    private static CellId cell(String scenario, String profile, Scheme scheme) {
        return new CellId(new ScenarioId(scenario), new ProfileId(profile), scheme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logout/everywhere × chromium × https", "logout/everywhere chromium https", "chromium https"})
    void aWholeIdOrItsPartsNameACell(String words) {
        assertThat(CellChoice.choose(words, CELLS)).isEqualTo(MEANT);
    }

    @Test
    void aPieceIsEnoughWhereOnlyOneCellHasIt() {
        assertThat(CellChoice.choose("remem", CELLS)).isEqualTo(CELLS.get(3));
        assertThat(CellChoice.choose("webdriver", CELLS)).isEqualTo(CELLS.get(1));
    }

    @Test
    void severalAreListed() {
        assertThatThrownBy(() -> CellChoice.choose("logout/everywhere", CELLS))
                .hasMessageContaining("say more")
                .hasMessageContaining("logout/everywhere × chromium-webdriver × https")
                .hasMessageNotContaining("curl");
    }

    @Test
    void aMistypedOneIsToldTheNearest() {
        assertThatThrownBy(() -> CellChoice.choose("login/remembred × curl × https", CELLS))
                .hasMessageContaining("did you mean 'login/remembered × curl × https'?");
    }
}
