package org.cookieproof.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;

/** How a target's signals moved over all parts of a plan. */
final class MergedSignals {

    private final ShardedPlan plan;
    private final List<PlayedShard> played;
    private final List<Integer> missing;

    /** @param missing parts that were not played */
    MergedSignals(ShardedPlan plan, List<PlayedShard> played, List<Integer> missing) {
        this.plan = plan;
        this.played = List.copyOf(played);
        this.missing = List.copyOf(missing);
    }

    /** A signal of a part, with the part. */
    private record Of(int shard, SignalMove move) {}

    SignalMoves moves() {
        List<String> names = played.stream()
                .flatMap(p -> p.signals().moves().stream())
                .map(SignalMove::signal)
                .distinct()
                .toList();
        return new SignalMoves(names.stream().map(this::move).toList());
    }

    private SignalMove move(String name) {
        List<Of> all = new ArrayList<>();
        for (PlayedShard shard : played) {
            shard.signals().moves().stream()
                    .filter(m -> m.signal().equals(name))
                    .forEach(m -> all.add(new Of(shard.index(), m)));
        }
        Optional<String> unread = whyUnread(all);
        List<SignalMove> read =
                all.stream().map(Of::move).filter(m -> m.unread().isEmpty()).toList();
        SignalMove first = all.get(0).move();
        if (unread.isPresent() || read.isEmpty()) {
            return new SignalMove(name, 0, 0, 0, unread.or(() -> Optional.of(SignalMove.NEVER_UP)), first.most());
        }
        return plan.sharedTarget() && read.stream().allMatch(m -> m.moved() == m.after() - m.before())
                ? ofOneCounter(name, read)
                : new SignalMove(
                        name,
                        read.stream().mapToDouble(SignalMove::before).sum(),
                        read.stream().mapToDouble(SignalMove::after).sum(),
                        read.stream().mapToDouble(SignalMove::moved).sum(),
                        Optional.empty(),
                        first.most());
    }

    /** Parts that were played at once have all counted the same: from the lowest reading to the highest, once. */
    private static SignalMove ofOneCounter(String name, List<SignalMove> read) {
        double before = read.stream().mapToDouble(SignalMove::before).min().orElseThrow();
        double after = read.stream().mapToDouble(SignalMove::after).max().orElseThrow();
        return new SignalMove(
                name,
                before,
                after,
                after - before,
                Optional.empty(),
                read.get(0).most());
    }

    /** What one part did not see move may have moved there. */
    private Optional<String> whyUnread(List<Of> all) {
        if (!missing.isEmpty()) {
            return Optional.of("shard " + plan.shard(missing.get(0)) + " is missing");
        }
        for (PlayedShard shard : played) {
            if (shard.endedAt().isEmpty()) {
                return Optional.of("shard " + plan.shard(shard.index()) + " ended first");
            }
        }
        return all.stream()
                .filter(o -> o.move().unread().isPresent() && !o.move().isOfNothing())
                .findFirst()
                .map(o -> "shard " + plan.shard(o.shard()) + ": "
                        + o.move().unread().orElseThrow());
    }
}
