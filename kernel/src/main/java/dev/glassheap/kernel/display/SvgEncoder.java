package dev.glassheap.kernel.display;

import dev.glassheap.kernel.display.Palette.Dash;
import dev.glassheap.kernel.display.Palette.Look;
import dev.glassheap.kernel.display.Palette.Texture;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Point;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.picture.TextStyle;
import java.util.List;

/**
 * A scene as SVG text that can stand in any page: its own light panel and border, {@code role="img"} with title and description, no
 * script, style, class, link or foreignObject, every id prefixed, every text escaped. Right-to-left names are isolated.
 */
public final class SvgEncoder implements Painter {

    private static final String SANS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
    private static final String MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
    private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    private static final char POP_ISOLATE = '\u2069';
    private static final int BODY_SIZE = 12;

    private final String prefix;
    private final StringBuilder svg = new StringBuilder();

    private SvgEncoder(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param prefix begins every id of this picture, so that several can stand in one page: letters, digits and dashes
     */
    public static String encode(Scene scene, String prefix) {
        if (!prefix.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("not a prefix of ids: " + prefix);
        }
        var encoder = new SvgEncoder(prefix);
        encoder.open(scene);
        Painting.paint(scene, encoder);
        return encoder.svg.append("</svg>\n").toString();
    }

    private void open(Scene scene) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(Scene.WIDTH).append("\" height=\"").append(scene.height())
                .append("\" viewBox=\"0 0 ").append(Scene.WIDTH).append(' ').append(scene.height())
                .append("\" role=\"img\" aria-labelledby=\"").append(prefix).append("-t ").append(prefix).append("-d\" font-family=\"")
                .append(SANS).append("\" font-size=\"").append(BODY_SIZE).append("\" fill=\"").append(hex(Palette.INK)).append("\">\n")
                .append("<title id=\"").append(prefix).append("-t\">").append(escape(scene.title())).append("</title>\n")
                .append("<desc id=\"").append(prefix).append("-d\">").append(escape(scene.description())).append("</desc>\n")
                .append("<defs>").append(pattern("hatch", 5, "M0 0V5", Palette.HATCH, 2.2))
                .append(pattern("cross", 4, "M0 0H4M0 0V4", Palette.INK, 1.6)).append("</defs>\n");
    }

    private String pattern(String name, int size, String path, int stroke, double weight) {
        return "<pattern id=\"" + prefix + "-" + name + "\" width=\"" + size + "\" height=\"" + size
                + "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"" + size + "\" height=\"" + size
                + "\" fill=\"" + hex(Palette.PANEL) + "\"/><path d=\"" + path + "\" stroke=\"" + hex(stroke)
                + "\" stroke-width=\"" + number(weight)
                + "\"/></pattern>";
    }

    /** Several rectangles of one look are one path: a heap of sixty arenas has thousands. */
    @Override
    public void rectangles(Look look, List<double[]> rectangles) {
        if (rectangles.size() == 1) {
            double[] r = rectangles.getFirst();
            svg.append("<rect x=\"").append(number(r[0])).append("\" y=\"").append(number(r[1])).append("\" width=\"").append(number(r[2]))
                    .append("\" height=\"").append(number(r[3])).append('"');
        } else {
            svg.append("<path d=\"");
            for (double[] r : rectangles) {
                svg.append('M').append(number(r[0])).append(' ').append(number(r[1])).append('h').append(number(r[2]))
                        .append('v').append(number(r[3])).append('h').append(number(-r[2])).append('z');
            }
            svg.append('"');
        }
        svg.append(" fill=\"").append(fill(look)).append('"');
        edge(look);
        svg.append("/>\n");
    }

    private void edge(Look look) {
        if (look.stroke() != Palette.NONE) {
            svg.append(" stroke=\"").append(hex(look.stroke())).append('"');
            if (look.weight() != 1) {
                svg.append(" stroke-width=\"").append(number(look.weight())).append('"');
            }
        }
        if (look.dash() != Dash.SOLID) {
            svg.append(" stroke-dasharray=\"").append(look.dash().on).append(' ').append(look.dash().off).append('"');
        }
        if (look.radius() > 0) {
            svg.append(" rx=\"").append(number(look.radius())).append('"');
        }
    }

    private String fill(Look look) {
        if (look.fill() == Palette.NONE) {
            return "none";
        }
        return look.texture() == Texture.SOLID ? hex(look.fill())
                : "url(#" + prefix + (look.texture() == Texture.HATCH ? "-hatch)" : "-cross)");
    }

    @Override
    public void polygon(int color, double... coordinates) {
        svg.append("<path d=\"");
        for (int i = 0; i < coordinates.length; i += 2) {
            svg.append(i == 0 ? 'M' : 'L').append(number(coordinates[i])).append(' ').append(number(coordinates[i + 1]));
        }
        svg.append("z\" fill=\"").append(hex(color)).append("\"/>\n");
    }

    @Override
    public void line(int color, double weight, double radius, double arrow, List<Point> points) {
        List<Point> shaft = arrow > 0 ? Arrows.shaft(points, arrow) : points;
        svg.append("<path d=\"");
        for (int i = 0; i < shaft.size(); i++) {
            Point at = shaft.get(i);
            if (radius > 0 && i > 0 && i + 1 < shaft.size()) {
                Point in = Arrows.rounding(at, shaft.get(i - 1), radius);
                Point out = Arrows.rounding(at, shaft.get(i + 1), radius);
                svg.append('L').append(pair(in)).append('Q').append(pair(at)).append(' ').append(pair(out));
            } else {
                svg.append(i == 0 ? 'M' : 'L').append(pair(at));
            }
        }
        svg.append("\" fill=\"none\" stroke=\"").append(hex(color)).append('"');
        if (weight != 1) {
            svg.append(" stroke-width=\"").append(number(weight)).append('"');
        }
        svg.append("/>\n");
        if (arrow > 0) {
            polygon(color, Arrows.head(points, arrow));
        }
    }

    @Override
    public void circle(double x, double y, double radius, int fill, int stroke) {
        svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius))
                .append("\" fill=\"").append(hex(fill)).append('"');
        if (stroke != Palette.NONE) {
            svg.append(" stroke=\"").append(hex(stroke)).append('"');
        }
        svg.append("/>\n");
    }

    @Override
    public void mark(double x, double y, int size, int color, String text) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"").append(size)
                .append("\" font-weight=\"600\"");
        if (color != Palette.INK) {
            svg.append(" fill=\"").append(hex(color)).append('"');
        }
        svg.append(" text-anchor=\"middle\">").append(escape(text)).append("</text>\n");
    }

    @Override
    public void label(Label label) {
        svg.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y())).append('"');
        if (label.anchor() != Anchor.START) {
            svg.append(" text-anchor=\"").append(label.anchor().wireName()).append('"');
        }
        if (label.spans().size() == 1) {
            Span span = label.spans().getFirst();
            style(span.style());
            svg.append('>').append(isolate(escape(span.text()))).append("</text>\n");
            return;
        }
        svg.append('>');
        for (Span span : label.spans()) {
            svg.append("<tspan");
            if (span.gap() > 0) {
                svg.append(" dx=\"").append(span.gap()).append('"');
            }
            style(span.style());
            svg.append('>').append(isolate(escape(span.text()))).append("</tspan>");
        }
        svg.append("</text>\n");
    }

    private void style(TextStyle style) {
        if (style.size() != BODY_SIZE) {
            svg.append(" font-size=\"").append(style.size()).append('"');
        }
        if (style.bold()) {
            svg.append(" font-weight=\"600\"");
        }
        if (style.mono()) {
            svg.append(" font-family=\"").append(MONO).append("\" xml:space=\"preserve\"");
        }
        if (Palette.ink(style) != Palette.INK) {
            svg.append(" fill=\"").append(hex(Palette.ink(style))).append('"');
        }
    }

    /** Keeps a name in its place whatever direction its letters run. */
    private static String isolate(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
        return rightToLeft ? LEFT_TO_RIGHT_ISOLATE + text + POP_ISOLATE : text;
    }

    /** For text and attribute values; characters that XML cannot hold become a question mark. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static String pair(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String hex(int color) {
        return String.format("#%06X", color);
    }
}
