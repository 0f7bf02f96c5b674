package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Place;
import java.util.Optional;

/** What compiling a source ends with, the same line of text that {@code oracle.py} makes of CPython's exception. */
final class ErrorDump {

    private ErrorDump() {}

    static String of(String source) {
        try {
            AnalyzedTree.of(Parser.parseModule(source, "<case>"), "<case>");
            return "OK";
        } catch (PythonSyntaxError error) {
            Place place = error.place().orElse(new Place("", 0, 0, 0, 0, Optional.empty()));
            return String.join("\t", error.kind().guestName(), escape(error.message()), String.valueOf(place.line()),
                    String.valueOf(place.offset()), String.valueOf(place.endLine()), String.valueOf(place.endOffset()),
                    place.text().map(ErrorDump::escape).orElse("None"));
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
                c = switch (text.charAt(at)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    default -> '\\';
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
