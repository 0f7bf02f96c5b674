package dev.glassheap.runtime.picture;

/**
 * How wide a text can get. Layout must hold with every system font, so widths are those of a wide one (advance widths of
 * DejaVu Sans, in thousandths of the font size, for space to tilde); what is narrower leaves white. Anything but ASCII
 * counts as one em, which covers CJK.
 */
final class TextWidth {

    private static final int[] REGULAR = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636,
        636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
        634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};
    private static final int[] BOLD = {
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696, 696,
        696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716,
        712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838};
    private static final int MONO = 602;
    private static final int MINUS_SIGN = 0x2212;
    private static final int WIDEST = 1000;

    private TextWidth() { }

    /** Px of a text in a style. */
    static double of(String text, TextStyle style) {
        int[] table = style.bold() ? BOLD : REGULAR;
        long thousandths = text.codePoints().mapToLong(c -> advance(c, style.mono(), table)).sum();
        return thousandths * style.size() / 1000.0;
    }

    private static int advance(int codePoint, boolean mono, int[] table) {
        if (codePoint == MINUS_SIGN) {
            return mono ? MONO : 838;
        }
        if (codePoint < ' ' || codePoint > '~') {
            return WIDEST;
        }
        return mono ? MONO : table[codePoint - ' '];
    }

    /** The first of the wordings that fits; if none does, what fits of the last. */
    static String firstFitting(TextStyle style, double width, String... wordings) {
        for (String wording : wordings) {
            if (of(wording, style) <= width) {
                return wording;
            }
        }
        return fit(wordings[wordings.length - 1], style, width);
    }

    /** As many of the text's parts, separated by semicolons or commas, as fit whole; if not even the first does, what fits of it. */
    static String fitParts(String text, TextStyle style, double width) {
        String parts = text;
        while (of(parts, style) > width && Math.max(parts.lastIndexOf("; "), parts.lastIndexOf(", ")) > 0) {
            parts = parts.substring(0, Math.max(parts.lastIndexOf("; "), parts.lastIndexOf(", ")));
        }
        return fit(parts, style, width);
    }

    /** The text, or as much of its beginning and end as fits with two dots between. */
    static String fit(String text, TextStyle style, double width) {
        if (of(text, style) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int kept = points.length - 1; kept > 1; kept--) {
            String cut = Words.cutMiddle(text, kept + 2);
            if (of(cut, style) <= width) {
                return cut;
            }
        }
        return "";
    }
}
