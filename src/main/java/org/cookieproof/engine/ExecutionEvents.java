package org.cookieproof.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.RunOutcome;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Translates a run's events to the platform's. Calls come one at a time. */
final class ExecutionEvents implements ResultListener {

    private final RunDescriptor root;
    private final EngineExecutionListener listener;
    private final Map<CellId, CellDescriptor> cells = new HashMap<>();
    private final Set<TestDescriptor> begun = new HashSet<>();
    private TestExecutionResult end = TestExecutionResult.successful();

    ExecutionEvents(RunDescriptor root, EngineExecutionListener listener) {
        this.root = root;
        this.listener = listener;
        root.getDescendants().stream()
                .filter(CellDescriptor.class::isInstance)
                .map(CellDescriptor.class::cast)
                .forEach(d -> cells.put(d.cell().id(), d));
    }

    void started() {
        listener.executionStarted(root);
    }

    void finished() {
        root.getChildren().stream()
                .filter(begun::contains)
                .forEach(d -> listener.executionFinished(d, TestExecutionResult.successful()));
        listener.executionFinished(root, end);
    }

    /** A run may have no failed test and none the less not be green. */
    void cameTo(RunOutcome outcome) {
        if (outcome.exitCode() == ExitCode.KNOWN_ISSUE) {
            end = TestExecutionResult.failed(
                    new CellBrokenException("entries of known issues no longer hold: " + outcome.bites()));
        }
        if (outcome.exitCode() == ExitCode.COULD_NOT_RUN) {
            end = TestExecutionResult.failed(new CellBrokenException("the run could not do what was planned: "
                    + outcome.ledger() + (outcome.remains().isEmpty() ? "" : "; it left behind " + outcome.remains())));
        }
    }

    @Override
    public void cellFinished(CellResult result) {
        CellDescriptor descriptor = cells.get(result.cell());
        if (descriptor == null) {
            throw new IllegalStateException("a result for a cell that is not in the tree: " + result.cell());
        }
        descriptor.getParent().filter(begun::add).ifPresent(listener::executionStarted);
        switch (result.verdict()) {
            case NOT_APPLICABLE, NOT_RUN ->
                listener.executionSkipped(descriptor, result.verdict() + ": " + result.reason());
            case PASSED, KNOWN, FLAKY -> {
                listener.executionStarted(descriptor);
                listener.executionFinished(descriptor, TestExecutionResult.successful());
            }
            case FAILED -> {
                listener.executionStarted(descriptor);
                listener.executionFinished(descriptor, TestExecutionResult.failed(CellFailure.of(result)));
            }
            case BROKEN -> {
                listener.executionStarted(descriptor);
                listener.executionFinished(
                        descriptor, TestExecutionResult.failed(new CellBrokenException(result.reason())));
            }
        }
    }
}
