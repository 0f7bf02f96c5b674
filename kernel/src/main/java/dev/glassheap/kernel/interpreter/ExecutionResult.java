package dev.glassheap.kernel.interpreter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a cell ended. */
public sealed interface ExecutionResult {

    /**
     * The cell ran to its end.
     *
     * @param value the display of its last expression, {@code Out[n]}; empty when there is nothing to show
     * @param userExpressions the result of each of {@link ExecutionRequest#userExpressions}, under the same names
     * @param payloads what the front end is asked to do besides
     */
    record Completed(Optional<MimeBundle> value, Map<String, ExpressionResult> userExpressions, List<Payload> payloads)
            implements ExecutionResult {

        /** Copies the collections. */
        public Completed {
            userExpressions = Collections.unmodifiableMap(new LinkedHashMap<>(userExpressions));
            payloads = List.copyOf(payloads);
        }

        /** A cell with a value, or without one, and nothing else. */
        public Completed(Optional<MimeBundle> value) {
            this(value, Map.of(), List.of());
        }
    }

    /**
     * The cell raised an error that nothing caught.
     *
     * @param ename the error's type, e.g. {@code ZeroDivisionError}
     * @param evalue the error's text, e.g. {@code division by zero}
     * @param traceback the lines to show, without line ends; may be coloured with ANSI sequences
     */
    record Failed(String ename, String evalue, List<String> traceback) implements ExecutionResult {

        /** Copies the list. */
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }

    /**
     * The cell ended because of {@link Interpreter#interrupt}. A guest program that catches the interrupt and goes on ends as
     * anything else.
     *
     * @param ename the name of the error that was raised, {@code KeyboardInterrupt} in Python
     * @param traceback the lines to show, without line ends; may be coloured with ANSI sequences
     */
    record Interrupted(String ename, List<String> traceback) implements ExecutionResult {

        /** Copies the list. */
        public Interrupted {
            traceback = List.copyOf(traceback);
        }
    }

    /** What came of one user expression. */
    sealed interface ExpressionResult {

        /** The expression has a value. */
        record Value(MimeBundle display) implements ExpressionResult {}

        /** The expression raised an error; see {@link ExecutionResult.Failed}. */
        record Error(String ename, String evalue, List<String> traceback) implements ExpressionResult {

            /** Copies the list. */
            public Error {
                traceback = List.copyOf(traceback);
            }
        }
    }

    /** A request to the front end that is no output. Deprecated in the protocol and without a successor. */
    sealed interface Payload {

        /**
         * Show this in the pager.
         *
         * @param start the first line to show, from 0
         */
        record Page(MimeBundle display, int start) implements Payload {}

        /**
         * Put this text into a cell.
         *
         * @param replace whether it takes the place of the present cell instead of following it
         */
        record SetNextInput(String text, boolean replace) implements Payload {}
    }
}
