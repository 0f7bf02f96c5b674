package dev.glassheap.runtime.syntax;

import java.util.Optional;

/**
 * The stack of indentations. Each is measured twice, with tabs to the next multiple of 8 and with tabs as one column: where
 * the two disagree about an order, the meaning would depend on the editor's tab size, and that is a TabError.
 */
final class Indentation {

    private static final int MAX_INDENT = 100;
    private static final int TAB_SIZE = 8;

    private final int[] columns = new int[MAX_INDENT];
    private final int[] altColumns = new int[MAX_INDENT];
    private int depth;
    /** Positive: INDENTs to hand out; negative: DEDENTs. */
    private int pending;
    private int column;
    private int altColumn;
    private int frozenColumn;
    private Tokenizer.Done problem = Tokenizer.Done.OK;

    void begin() {
        column = 0;
        altColumn = 0;
        frozenColumn = 0;
    }

    /** Counts a white-space character; false when it is none. */
    boolean add(int c) {
        switch (c) {
            case ' ' -> {
                column++;
                altColumn++;
            }
            case '\t' -> {
                column = (column / TAB_SIZE + 1) * TAB_SIZE;
                altColumn++;
            }
            case '\f' -> {
                column = 0;
                altColumn = 0;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A backslash within the indentation: what stands before the first one counts. */
    void freeze() {
        if (frozenColumn == 0) {
            frozenColumn = column;
        }
    }

    /** Compares the measured indentation with the stack; false with {@link #problem} set when it does not fit. */
    boolean accept() {
        int col = frozenColumn != 0 ? frozenColumn : column;
        int altCol = frozenColumn != 0 ? frozenColumn : altColumn;
        if (col > columns[depth]) {
            if (depth + 1 >= MAX_INDENT) {
                return reject(Tokenizer.Done.TOO_DEEP);
            }
            if (altCol <= altColumns[depth]) {
                return reject(Tokenizer.Done.TAB_SPACE);
            }
            pending++;
            depth++;
            columns[depth] = col;
            altColumns[depth] = altCol;
            return true;
        }
        while (depth > 0 && col < columns[depth]) {
            pending--;
            depth--;
        }
        if (col != columns[depth]) {
            return reject(Tokenizer.Done.DEDENT);
        }
        return altCol == altColumns[depth] || reject(Tokenizer.Done.TAB_SPACE);
    }

    private boolean reject(Tokenizer.Done reason) {
        problem = reason;
        return false;
    }

    Tokenizer.Done problem() {
        return problem;
    }

    Optional<TokenKind> takePending() {
        if (pending == 0) {
            return Optional.empty();
        }
        if (pending < 0) {
            pending++;
            return Optional.of(TokenKind.DEDENT);
        }
        pending--;
        return Optional.of(TokenKind.INDENT);
    }

    void closeAll() {
        pending = -depth;
        depth = 0;
    }
}
