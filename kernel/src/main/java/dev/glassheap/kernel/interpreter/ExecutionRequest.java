package dev.glassheap.kernel.interpreter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One cell to run.
 *
 * @param code the cell's source text
 * @param silent run without a trace: nothing the interpreter reports is shown, and nothing should be remembered
 * @param storeHistory whether the cell counts as an entry of the history; never true together with {@code silent}
 * @param executionCount the cell's number, {@code In [n]}, from 1; a cell that is not stored bears the number of the last one
 *     that was, 0 when there is none
 * @param userExpressions expressions to evaluate after the cell has completed, by the names under which the results are wanted
 * @param allowStdin whether the front end can answer {@link OutputSink#input}
 */
public record ExecutionRequest(
        String code,
        boolean silent,
        boolean storeHistory,
        int executionCount,
        Map<String, String> userExpressions,
        boolean allowStdin) {

    /** Copies the map, keeping its order. */
    public ExecutionRequest {
        userExpressions = Collections.unmodifiableMap(new LinkedHashMap<>(userExpressions));
    }
}
