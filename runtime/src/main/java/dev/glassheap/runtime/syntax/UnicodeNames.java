package dev.glassheap.runtime.syntax;

/** Which characters may stand in an identifier, and which are printable; both from the JDK's Unicode tables. */
final class UnicodeNames {

    private UnicodeNames() {}

    static boolean isIdentifierStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c) && !isPatternOnly(c);
    }

    static boolean isIdentifierPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && !isPatternOnly(c);
    }

    /** XID differs from ID by characters whose NFKC form is no identifier: the Arabic and Thai forms and U+037A. */
    private static boolean isPatternOnly(int c) {
        return c == 0x37A || c == 0x309B || c == 0x309C || c >= 0xFC5E && c <= 0xFC63 || c >= 0xFDFA && c <= 0xFDFB
                || c == 0xFE70 || c == 0xFE72 || c == 0xFE74 || c == 0xFE76 || c == 0xFE78 || c == 0xFE7A || c == 0xFE7C
                || c == 0xFE7E || c == 0x2E2F;
    }

    /** CPython's str.isprintable for one character: no control, format, surrogate, private, unassigned or separator. */
    static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
