package dev.glassheap.kernel.display;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The letters of the PNG: our own, drawn with a pen along strokes, so that one table serves every size and weight and no font of
 * the machine is needed. Printable ASCII and the minus sign; an accented letter is drawn without its accent, anything else as a hollow box.
 *
 * <p>The grid: baseline at 0, y upwards, capitals 14 high, small letters 10, descenders to -4; {@link #EM} units are the font size.
 * No letter is wider than the layout allows for (see the widths in runtime.picture), so text that fits in SVG fits here. Paths know M
 * (begin), L (straight to), Q (quadratic curve to), O (ellipse: centre and radii) and A (arc: centre, radii, from and to in
 * degrees, counter-clockwise).
 */
final class StrokeFont {

    /** Units per font size. */
    static final double EM = 19.5;
    private static final double PEN = 1.55;
    private static final double BOLD_PEN = 2.6;
    private static final double BOLD_SPACING = .5;
    private static final double MONO_ADVANCE = .602 * EM;
    private static final int CURVE_STEPS = 8;
    private static final int ARC_STEP = 12;
    private static final char BOX = '\0';

    /** Character, advance in units, path. */
    private static final String GLYPHS = """
              5.5
            ! 4.6 M2.3 14L2.3 4.6M2.3 .5L2.3 .4
            " 7 M2.2 14L2.2 10M4.8 14L4.8 10
            # 12.4 M3.6 .3L5.4 13.7M7.2 .3L9 13.7M1.6 9.4L11.4 9.4M1 4.6L10.8 4.6
            $ 11 M9 10.6Q8.2 12.4 5.6 12.4Q2.2 12.4 2.2 9.9Q2.2 7.7 5.6 7Q9.4 6.2 9.4 4Q9.4 1.5 5.6 1.5Q2.4 1.5 1.6 3.5M5.6 14.6L5.6 -.8
            % 16 O4.4 10.4 2.9 3.6O11.6 3.6 2.9 3.6M11.8 14L4.2 0
            & 13.4 M11.6 6.2Q10.4 0 5.6 0Q1.6 0 1.6 3.6Q1.6 6 5 8Q8.4 9.8 8.4 11.6Q8.4 14 6.2 14Q3.8 14 3.8 11.6Q3.8 10 5.6 7.6L11.8 0
            ' 4 M2 14L2 10
            ( 6.4 M4.8 15Q2 11.5 2 6Q2 .5 4.8 -3
            ) 6.4 M1.6 15Q4.4 11.5 4.4 6Q4.4 .5 1.6 -3
            * 8 M4 14L4 8M1.4 12.6L6.6 9.4M6.6 12.6L1.4 9.4
            + 12 M6 11L6 2M1.5 6.5L10.5 6.5
            , 4.6 M2.4 .6L2.4 0L1.4 -2.6
            - 6.2 M1.2 5L5 5
            . 4.6 M2.3 .4L2.3 .3
            / 6.4 M5.6 14.4L.8 -2
            0 11 O5.5 7 4 7
            1 11 M2.6 11.4L5.9 14L5.9 0M2.8 0L9 0
            2 11 M1.8 10.5Q1.8 14 5.5 14Q9.2 14 9.2 10.5Q9.2 8 6.5 5.2L1.6 0L9.5 0
            3 11 M2 12Q3 14 5.5 14Q9 14 9 10.7Q9 7.5 5 7.5M5 7.5Q9.5 7.5 9.5 3.8Q9.5 0 5.5 0Q2.5 0 1.6 2.2
            4 11 M7.3 0L7.3 14L1.3 4.2L9.8 4.2
            5 11 M8.8 14L2.6 14L2.1 7.6Q3.5 9 5.6 9Q9.4 9 9.4 4.5Q9.4 0 5.4 0Q2.6 0 1.6 2
            6 11 M8.8 12.4Q7.8 14 5.9 14Q1.6 14 1.6 5.5O5.5 4.4 3.9 4.4
            7 11 M1.6 14L9.4 14L4.2 0
            8 11 O5.5 10.6 3.4 3.4O5.5 3.7 4 3.7
            9 11 O5.5 9.6 3.9 4.4M9.4 8.5Q9.4 0 5.1 0Q3.2 0 2.2 1.6
            : 4.8 M2.4 8.8L2.4 8.7M2.4 .4L2.4 .3
            ; 4.8 M2.5 8.8L2.5 8.7M2.5 .6L2.5 0L1.5 -2.6
            < 12 M10.4 11L1.6 6.5L10.4 2
            = 12 M1.5 8.5L10.5 8.5M1.5 4.5L10.5 4.5
            > 12 M1.6 11L10.4 6.5L1.6 2
            ? 9.4 M1.6 11.4Q2.2 14 4.8 14Q8 14 8 11Q8 8.8 5.9 7.4Q4.6 6.5 4.6 4.6M4.6 .5L4.6 .4
            @ 18 O9 5.2 3.2 3.6M12.2 8.6L12.2 3.6Q12.4 1.6 14 1.6Q16.4 1.8 16.4 6Q16.4 12.8 9.2 12.8Q1.6 12.8 1.6 5Q1.6 -2.8 9.4 -2.8Q11.6 -2.8 13.4 -1.8
            A 12 M1 0L6 14L11 0M2.8 4.8L9.2 4.8
            B 11.8 M2 0L2 14L6 14Q9.4 14 9.4 10.7Q9.4 7.5 6 7.5L2 7.5M6 7.5Q10.3 7.5 10.3 3.8Q10.3 0 6.2 0L2 0
            C 12.4 A6.8 7 5.2 7 42 318
            D 12.8 M2 0L2 14L5.6 14Q11 14 11 7Q11 0 5.6 0L2 0
            E 11 M9.6 14L2 14L2 0L9.8 0M2 7.3L8.8 7.3
            F 10.4 M9.4 14L2 14L2 0M2 7.1L8.4 7.1
            G 13 A6.8 7 5.2 7 42 322M11 2.6L11 6.6L7.2 6.6
            H 13 M2 14L2 0M11 14L11 0M2 7.3L11 7.3
            I 4.8 M2.4 14L2.4 0
            J 5.6 M3.8 14L3.8 2.4Q3.8 0 1.9 0L.6 .2
            K 11.6 M2 14L2 0M10.4 14L2 5.4M5 8.5L10.9 0
            L 10 M2 14L2 0L9.2 0
            M 14.6 M2 0L2 14L7.3 3L12.6 14L12.6 0
            N 13 M2 0L2 14L11 0L11 14
            O 13.6 O6.8 7 5.3 7
            P 11.2 M2 0L2 14L6 14Q10 14 10 10.2Q10 6.4 6 6.4L2 6.4
            Q 13.6 O6.8 7 5.3 7M8 3L12 -1.4
            R 11.8 M2 0L2 14L6 14Q10 14 10 10.2Q10 6.4 6 6.4L2 6.4M6.2 6.4L10.8 0
            S 11.4 M9.6 11.6Q8.6 14 5.7 14Q2 14 2 10.8Q2 8 5.8 7.2Q10.2 6.2 10.2 3.5Q10.2 0 5.9 0Q2.2 0 1.3 2.8
            T 11.2 M.9 14L10.3 14M5.6 14L5.6 0
            U 12.8 M2 14L2 4.8Q2 0 6.4 0Q10.8 0 10.8 4.8L10.8 14
            V 12 M1 14L6 0L11 14
            W 16.6 M1 14L4.6 0L8.3 13.4L12 0L15.6 14
            X 11.6 M1.2 14L10.4 0M10.4 14L1.2 0
            Y 11.2 M.8 14L5.6 7L10.4 14M5.6 7L5.6 0
            Z 11.2 M1.4 14L9.8 14L1.2 0L10 0
            [ 6.4 M4.8 15L2.2 15L2.2 -3L4.8 -3
            \\ 6.4 M.8 14.4L5.6 -2
            ] 6.4 M1.6 15L4.2 15L4.2 -3L1.6 -3
            ^ 12 M2 8L6 14L10 8
            _ 9.6 M.4 -2.6L9.2 -2.6
            ` 7 M2.4 14.4L4.6 11.6
            a 10.2 M2 8.3Q3 10 5 10Q8.2 10 8.2 6.8L8.2 0M8.2 5.7Q1.5 6 1.5 2.8Q1.5 0 4.2 0Q8.2 .2 8.2 4
            b 10.5 M1.8 14L1.8 0O5.4 5 3.6 5
            c 9.5 A5.4 5 3.9 5 48 312
            d 10.5 M8.7 14L8.7 0O5.1 5 3.6 5
            e 10.3 M1.6 5.3L8.9 5.3A5.25 5 3.7 5 4 316
            f 6.5 M2.6 0L2.6 11.3Q2.6 14 5 14L5.9 13.9M.8 9.6L5.6 9.6
            g 10.5 O5.1 5 3.6 5M8.7 10L8.7 -.8Q8.7 -4 5.2 -4Q3 -4 1.9 -2.9
            h 10.3 M1.8 14L1.8 0M1.8 6.2Q2.2 10 5.3 10Q8.5 10 8.5 6.5L8.5 0
            i 4.4 M2.2 10L2.2 0M2.2 13.6L2.2 13.5
            j 4.6 M2.6 10L2.6 -1.6Q2.6 -4 .7 -4M2.6 13.6L2.6 13.5
            k 9.6 M1.8 14L1.8 0M8.4 10L1.8 4M4.1 6L8.8 0
            l 4.4 M2.2 14L2.2 0
            m 15.5 M1.8 10L1.8 0M1.8 6.6Q2 10 4.8 10Q7.7 10 7.7 6.8L7.7 0M7.7 6.6Q7.9 10 10.8 10Q13.7 10 13.7 6.8L13.7 0
            n 10.3 M1.8 10L1.8 0M1.8 6.2Q2.2 10 5.3 10Q8.5 10 8.5 6.5L8.5 0
            o 10.4 O5.2 5 3.8 5
            p 10.5 M1.8 10L1.8 -4O5.4 5 3.6 5
            q 10.5 M8.7 10L8.7 -4O5.1 5 3.6 5
            r 6.8 M1.8 10L1.8 0M1.8 6Q2.2 9.9 6.2 9.8
            s 9 M7.6 8.3Q6.8 10 4.5 10Q1.6 10 1.6 7.6Q1.6 5.6 4.6 5.1Q7.8 4.6 7.8 2.5Q7.8 0 4.6 0Q2 0 1.2 1.9
            t 6.6 M2.6 13L2.6 2.6Q2.6 0 5 0L5.8 .1M.7 9.7L5.6 9.7
            u 10.3 M1.8 10L1.8 3.6Q1.8 0 4.9 0Q8.1 0 8.5 3.8M8.5 10L8.5 0
            v 9.4 M1 10L4.7 0L8.4 10
            w 13 M1 10L3.8 0L6.5 9.4L9.2 0L12 10
            x 9.2 M1.2 10L8 0M8 10L1.2 0
            y 9.4 M1 10L4.8 0M8.4 10L4.4 -1.6Q3.5 -4 1.6 -3.9
            z 8.8 M1.4 10L7.4 10L1.2 0L7.6 0
            { 8 M6.4 15Q4 15 4 12.6L4 8.6Q4 6 1.8 6Q4 6 4 3.4L4 -.6Q4 -3 6.4 -3
            | 5 M2.5 15L2.5 -3
            } 8 M1.6 15Q4 15 4 12.6L4 8.6Q4 6 6.2 6Q4 6 4 3.4L4 -.6Q4 -3 1.6 -3
            ~ 12 M1.6 5.4Q3.6 8.6 6 6.6Q8.6 4.6 10.4 7.6
            \u2212 12 M1.5 6.5L10.5 6.5
            \0 11 M2 0L2 12L9 12L9 0L2 0
            """;

    private final Map<Character, Glyph> glyphs = new HashMap<>();

    /** Advance in units and strokes as chains of points x, y, x, y, ... */
    record Glyph(double advance, List<double[]> strokes) { }

    StrokeFont() {
        for (String line : GLYPHS.split("\n")) {
            char character = line.charAt(0);
            String[] parts = line.substring(1).strip().split(" ", 2);
            glyphs.put(character, new Glyph(Double.parseDouble(parts[0]), parts.length > 1 ? strokes(parts[1]) : List.of()));
        }
    }

    /** Width of the pen in units. */
    static double pen(boolean bold) {
        return bold ? BOLD_PEN : PEN;
    }

    /** The letter that stands for a code point. */
    Glyph glyph(int codePoint) {
        if (codePoint < 0x10000 && glyphs.containsKey((char) codePoint)) {
            return glyphs.get((char) codePoint);
        }
        String base = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        return glyphs.getOrDefault(base.charAt(0), glyphs.get(BOX));
    }

    double advance(Glyph glyph, boolean bold, boolean mono) {
        return mono ? MONO_ADVANCE : glyph.advance() + (bold ? BOLD_SPACING : 0);
    }

    /** Width of a text in font sizes. */
    double width(String text, boolean bold, boolean mono) {
        return text.codePoints().mapToDouble(c -> advance(glyph(c), bold, mono)).sum() / EM;
    }

    private static List<double[]> strokes(String path) {
        var strokes = new ArrayList<double[]>();
        var open = new ArrayList<Double>();
        for (String command : path.split("(?=[MLQOA])")) {
            double[] n = numbers(command.substring(1));
            switch (command.charAt(0)) {
                case 'M' -> {
                    close(open, strokes);
                    add(open, n[0], n[1]);
                }
                case 'L' -> add(open, n[0], n[1]);
                case 'Q' -> curve(open, n);
                case 'O' -> strokes.add(arc(n[0], n[1], n[2], n[3], 0, 360));
                case 'A' -> strokes.add(arc(n[0], n[1], n[2], n[3], n[4], n[5]));
                default -> throw new IllegalStateException("no path: " + path);
            }
        }
        close(open, strokes);
        return strokes;
    }

    private static double[] numbers(String text) {
        String[] parts = text.strip().split(" ");
        var numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    private static void add(List<Double> open, double x, double y) {
        open.add(x);
        open.add(y);
    }

    private static void close(List<Double> open, List<double[]> strokes) {
        if (!open.isEmpty()) {
            strokes.add(open.stream().mapToDouble(d -> d).toArray());
            open.clear();
        }
    }

    private static void curve(List<Double> open, double[] n) {
        double x = open.get(open.size() - 2);
        double y = open.getLast();
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = (double) i / CURVE_STEPS;
            double u = 1 - t;
            add(open, u * u * x + 2 * u * t * n[0] + t * t * n[2], u * u * y + 2 * u * t * n[1] + t * t * n[3]);
        }
    }

    private static double[] arc(double x, double y, double rx, double ry, double from, double to) {
        var points = new ArrayList<Double>();
        int steps = (int) Math.ceil((to - from) / ARC_STEP);
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + (to - from) * i / steps);
            add(points, x + rx * Math.cos(angle), y + ry * Math.sin(angle));
        }
        return points.stream().mapToDouble(d -> d).toArray();
    }
}
