package org.cookieproof.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Finding;

/** Steps that begin at the same moment; it ends when the last of them has ended. */
record Together(List<Part> parts) implements Step {

    record Part(Actor actor, Step step) {}

    Together {
        parts = List.copyOf(parts);
    }

    @Override
    public String title() {
        return "together: " + parts.stream().map(p -> p.step().title()).collect(Collectors.joining("; "));
    }

    @Override
    public Set<String> players() {
        Set<String> players = new HashSet<>();
        parts.forEach(p -> players.addAll(p.step().players()));
        return players;
    }

    /** The first user agent plays on this thread, since it belongs to it; all wait for each other before they begin. */
    @Override
    public List<Finding> play(Stage stage) {
        CyclicBarrier start = new CyclicBarrier(parts.size());
        List<CompletableFuture<List<Finding>>> elsewhere = new ArrayList<>();
        CompletableFuture<List<Finding>> here = CompletableFuture.completedFuture(List.of());
        for (Part part : parts) {
            if (!part.actor().equals(Actor.FIRST)) {
                elsewhere.add(CompletableFuture.supplyAsync(
                        () -> begin(start, part, stage), work -> new Thread(work, "together").start()));
            }
        }
        for (Part part : parts) {
            if (part.actor().equals(Actor.FIRST)) {
                here = ended(() -> begin(start, part, stage));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (CompletableFuture<List<Finding>> part : elsewhere) {
            part.exceptionally(e -> List.of()).join(); // all have ended before the first fault is told
        }
        findings.addAll(result(here));
        elsewhere.forEach(part -> findings.addAll(result(part)));
        return findings;
    }

    private static CompletableFuture<List<Finding>> ended(java.util.function.Supplier<List<Finding>> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static List<Finding> begin(CyclicBarrier start, Part part, Stage stage) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts those who play together", e);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("not all who play together could begin", e);
        }
        return part.step().play(stage);
    }

    private static List<Finding> result(CompletableFuture<List<Finding>> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }
}
