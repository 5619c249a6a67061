package org.cookieproof.run;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.Recording;
import org.cookieproof.target.Account;
import org.cookieproof.yaml.Position;

/** Watches cells being played, on the thread that plays them, and may hold them up. What it is told is redacted. */
public interface CellWatch {

    CellWatch NOBODY = new CellWatch() {};

    /**
     * Before a step is played.
     *
     * @return whether to go on; else the run ends, as if interrupted
     */
    default boolean beforeStep(int index, String title, Position at) {
        return true;
    }

    /**
     * After a step was played, unless it broke.
     *
     * @param told made when asked for, since it takes longer than some steps
     */
    default void afterStep(Supplier<Told> told) {}

    /** After the last step that is played; user agent, proxy and target stay up until this returns. */
    default void whileUp(Up up) {}

    /**
     * What a step has left behind.
     *
     * @param recording its exchanges
     * @param wrong     what was not as it expected
     */
    record Told(int index, Recording recording, Jar jar, List<Finding> wrong) {
        public Told {
            Objects.requireNonNull(recording);
            Objects.requireNonNull(jar);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Where a cell stands, and what it takes to go there oneself.
     *
     * @param accounts by persona
     * @param shown     how a secret looks in what is stored
     * @param recording all that was recorded, redacted
     */
    record Up(
            InetSocketAddress proxy,
            Path caPem,
            Map<String, Account> accounts,
            UnaryOperator<String> shown,
            Supplier<Recording> recording) {
        public Up {
            accounts = Map.copyOf(accounts);
        }
    }
}
