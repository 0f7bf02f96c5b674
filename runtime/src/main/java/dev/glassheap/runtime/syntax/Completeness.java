package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a text that is being typed is ready to run: the answer to the kernel's is_complete_request, as IPython answers for
 * plain Python.
 */
public sealed interface Completeness {

    /** Can be run. */
    record Complete() implements Completeness {}

    /**
     * More is needed.
     *
     * @param indent white space with which the next line should begin
     */
    record Incomplete(String indent) implements Completeness {}

    /** No further line makes it valid. */
    record Invalid() implements Completeness {}

    /** Spaces for one more block. */
    int BLOCK_INDENT = 4;

    /** Judges a text of one or more lines, with or without a newline at its end. */
    static Completeness of(String code) {
        String text = code.replace("\r\n", "\n").replace('\r', '\n');
        boolean endsWithNewline = text.substring(text.stripTrailing().length()).contains("\n");
        List<String> lines = lines(endsWithNewline ? text : text + "\n");
        if (endsWithBackslash(lines)) {
            return incomplete(lastIndent(lines));
        }
        List<String> plain = withoutLeadingSpace(lines);
        String source = String.join("", plain);
        LastLine last = LastLine.of(source);
        return switch (last.state()) {
            case OPEN -> incomplete(lastIndent(plain));
            case STARTS_BLOCK -> incomplete(last.indent() + BLOCK_INDENT);
            case ENDED, IN_BLOCK -> compiled(source, plain, last.state() == LastLine.State.IN_BLOCK && !endsWithNewline);
        };
    }

    private static Completeness incomplete(int spaces) {
        return new Incomplete(" ".repeat(spaces));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length();) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    private static boolean endsWithBackslash(List<String> lines) {
        for (String line : lines.reversed()) {
            if (!line.isBlank()) {
                return line.endsWith("\\\n");
            }
        }
        return false;
    }

    /** Text that was copied out of a block loses the indentation of its first line. */
    private static List<String> withoutLeadingSpace(List<String> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            return lines;
        }
        String start = lines.get(first);
        String indent = start.substring(0, start.length() - start.stripLeading().length());
        return lines.subList(first, lines.size()).stream()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .toList();
    }

    private static int lastIndent(List<String> lines) {
        int width = 0;
        for (char c : lines.getLast().toCharArray()) {
            if (c == ' ') {
                width++;
            } else if (c == '\t') {
                width += BLOCK_INDENT;
            } else {
                break;
            }
        }
        return width;
    }

    private static Completeness compiled(String source, List<String> lines, boolean blockMayGoOn) {
        try {
            AnalyzedTree.of(Parser.parseModule(source, "<input>"), "<input>");
        } catch (PythonSyntaxError error) {
            return Parser.moduleEndsTooEarly(source) ? incomplete(lastIndent(lines)) : new Invalid();
        }
        return blockMayGoOn ? incomplete(lastIndent(lines)) : new Complete();
    }

    /**
     * How a text ends.
     *
     * @param indent the column of its last logical line
     */
    record LastLine(State state, int indent) {

        /** OPEN: within brackets or a string; STARTS_BLOCK: with a colon; IN_BLOCK: within an indented block. */
        enum State { OPEN, STARTS_BLOCK, IN_BLOCK, ENDED }

        static LastLine of(String source) {
            Tokenizer tokenizer = new Tokenizer(source.codePoints().toArray(), "<input>", 1, 0);
            int indent = 0;
            boolean lineStart = true;
            TokenKind last = TokenKind.NEWLINE;
            boolean dedented = false;
            while (true) {
                Token token = tokenizer.nextToken();
                switch (token.kind()) {
                    case ENDMARKER -> {
                        State state = last == TokenKind.COLON ? State.STARTS_BLOCK : dedented ? State.IN_BLOCK : State.ENDED;
                        return new LastLine(state, indent);
                    }
                    case ERRORTOKEN -> {
                        return new LastLine(tokenizer.atEndOfText() ? State.OPEN : State.ENDED, indent);
                    }
                    case NEWLINE -> lineStart = true;
                    case INDENT, DEDENT -> dedented = token.kind() == TokenKind.DEDENT;
                    default -> {
                        indent = lineStart ? token.column() : indent;
                        lineStart = false;
                        dedented = false;
                        last = token.kind();
                    }
                }
            }
        }
    }
}
