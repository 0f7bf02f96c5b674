package dev.glassheap.runtime.syntax;

/**
 * One token.
 *
 * @param text what is written; a name is already NFKC-normalised
 * @param line from 1
 * @param column from 0, in code points; -1 for tokens that are not written (INDENT, DEDENT, ENDMARKER), as in CPython
 * @param level how many parentheses are open after it
 */
record Token(TokenKind kind, String text, int line, int column, int endLine, int endColumn, int level) {

    boolean isLayout() {
        return switch (kind) {
            case ENDMARKER, NEWLINE, INDENT, DEDENT -> true;
            default -> false;
        };
    }
}
