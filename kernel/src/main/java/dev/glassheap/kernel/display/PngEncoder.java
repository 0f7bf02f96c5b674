package dev.glassheap.kernel.display;

import dev.glassheap.kernel.display.Palette.Dash;
import dev.glassheap.kernel.display.Palette.Look;
import dev.glassheap.kernel.display.Palette.Texture;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Point;
import dev.glassheap.runtime.picture.Shape.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A scene as an indexed PNG of at most 32 colours, without java.desktop and without fonts of the machine. Twice the scene's size, so that
 * it is sharp on today's screens; the bundle's metadata says the size at which it is to be shown. If that takes more than 100
 * kB it is drawn at the scene's own size.
 */
public final class PngEncoder implements Painter {

    /** Bytes that a saved picture may take. */
    public static final int BUDGET = 100_000;

    private static final int SHARP = 2;
    private static final double HATCH_PERIOD = 5;
    private static final double HATCH_WEIGHT = 1.3;
    private static final double CROSS_PERIOD = 4;
    private static final double CROSS_WEIGHT = 1.1;
    private static final int CURVE_STEPS = 5;

    private final Raster raster;
    private final int scale;
    private final StrokeFont font = new StrokeFont();

    private PngEncoder(Scene scene, int scale) {
        this.scale = scale;
        this.raster = new Raster(Scene.WIDTH * scale, scene.height() * scale, Palette.PANEL);
    }

    public static byte[] encode(Scene scene) {
        byte[] sharp = encode(scene, SHARP);
        return sharp.length <= BUDGET ? sharp : encode(scene, 1);
    }

    private static byte[] encode(Scene scene, int scale) {
        var encoder = new PngEncoder(scene, scale);
        Painting.paint(scene, encoder);
        return PngWriter.write(encoder.raster, scene.title());
    }

    @Override
    public void rectangles(Look look, List<double[]> rectangles) {
        rectangles.forEach(r -> box(r[0], r[1], r[2], r[3], look));
    }

    private void box(double x, double y, double width, double height, Look look) {
        if (look.radius() > 0) {
            rounded(x, y, width, height, look);
            return;
        }
        if (look.fill() != Palette.NONE) {
            fill(x * scale, y * scale, (x + width) * scale, (y + height) * scale, look);
        }
        if (look.stroke() != Palette.NONE) {
            edge(x * scale, y * scale, (x + width) * scale, (y + height) * scale, look);
        }
    }

    private void fill(double x1, double y1, double x2, double y2, Look look) {
        double right = Math.max(x2, x1 + 1);
        raster.fill(x1, y1, right, y2, look.fill());
        if (look.texture() == Texture.SOLID) {
            return;
        }
        boolean cross = look.texture() == Texture.CROSS;
        double period = (cross ? CROSS_PERIOD : HATCH_PERIOD) * scale;
        double weight = (cross ? CROSS_WEIGHT : HATCH_WEIGHT) * scale;
        int color = cross ? Palette.INK : Palette.HATCH;
        for (int y = (int) Math.round(y1); y < Math.round(y2); y++) {
            for (int x = (int) Math.round(x1); x < Math.round(right); x++) {
                boolean slash = (x + y) * Math.sqrt(.5) % period < weight;
                boolean backslash = cross && Math.floorMod(x - y, 1 << 16) * Math.sqrt(.5) % period < weight;
                if (slash || backslash) {
                    raster.set(x, y, color);
                }
            }
        }
    }

    private void edge(double x1, double y1, double x2, double y2, Look look) {
        double half = Math.max(.5, look.weight() * scale / 2);
        horizontal(x1 - half, x2 + half, y1, half, look);
        horizontal(x1 - half, x2 + half, y2, half, look);
        vertical(y1 - half, y2 + half, x1, half, look);
        vertical(y1 - half, y2 + half, x2, half, look);
    }

    private void horizontal(double from, double to, double y, double half, Look look) {
        for (double[] dash : dashes(from, to, look.dash())) {
            raster.fill(dash[0], y - half, dash[1], y + half, look.stroke());
        }
    }

    private void vertical(double from, double to, double x, double half, Look look) {
        for (double[] dash : dashes(from, to, look.dash())) {
            raster.fill(x - half, dash[0], x + half, dash[1], look.stroke());
        }
    }

    private List<double[]> dashes(double from, double to, Dash dash) {
        if (dash == Dash.SOLID) {
            return List.of(new double[] {from, to});
        }
        var dashes = new ArrayList<double[]>();
        double period = (dash.on + dash.off) * (double) scale;
        for (double at = from; at < to; at += period) {
            dashes.add(new double[] {at, Math.min(to, at + dash.on * (double) scale)});
        }
        return dashes;
    }

    private void rounded(double x, double y, double width, double height, Look look) {
        double radius = look.radius() * scale;
        var chain = new ArrayList<Double>();
        corner(chain, (x + width) * scale - radius, y * scale + radius, radius, -90);
        corner(chain, (x + width) * scale - radius, (y + height) * scale - radius, radius, 0);
        corner(chain, x * scale + radius, (y + height) * scale - radius, radius, 90);
        corner(chain, x * scale + radius, y * scale + radius, radius, 180);
        chain.add(chain.get(0));
        chain.add(chain.get(1));
        double[] points = chain.stream().mapToDouble(d -> d).toArray();
        if (look.fill() != Palette.NONE) {
            raster.fill(x * scale, y * scale, (x + width) * scale, (y + height) * scale, look.fill());
        }
        for (int i = 0; i + 3 < points.length; i += 2) {
            raster.stroke(new double[] {points[i], points[i + 1], points[i + 2], points[i + 3]}, look.weight() * scale, look.stroke());
        }
    }

    private static void corner(List<Double> chain, double x, double y, double radius, double from) {
        for (int i = 0; i <= CURVE_STEPS; i++) {
            double angle = Math.toRadians(from + 90.0 * i / CURVE_STEPS);
            chain.add(x + radius * Math.cos(angle));
            chain.add(y + radius * Math.sin(angle));
        }
    }

    @Override
    public void polygon(int color, double... coordinates) {
        var scaled = new double[coordinates.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = coordinates[i] * scale;
        }
        raster.polygon(scaled, color);
    }

    @Override
    public void line(int color, double weight, double radius, double arrow, List<Point> points) {
        List<Point> shaft = arrow > 0 ? Arrows.shaft(points, arrow) : points;
        if (shaft.size() == 2 && straight(shaft.get(0), shaft.get(1))) {
            bar(shaft.get(0), shaft.get(1), weight, color);
        } else {
            raster.stroke(bent(shaft, radius), weight * scale, color);
        }
        if (arrow > 0) {
            polygon(color, Arrows.head(points, arrow));
        }
    }

    private static boolean straight(Point a, Point b) {
        return a.x() == b.x() || a.y() == b.y();
    }

    private void bar(Point a, Point b, double weight, int color) {
        double half = Math.max(.5, weight * scale / 2);
        if (a.y() == b.y()) {
            raster.fill(Math.min(a.x(), b.x()) * scale, a.y() * scale - half, Math.max(a.x(), b.x()) * scale, a.y() * scale + half, color);
        } else {
            raster.fill(a.x() * scale - half, Math.min(a.y(), b.y()) * scale, a.x() * scale + half, Math.max(a.y(), b.y()) * scale, color);
        }
    }

    private double[] bent(List<Point> points, double radius) {
        var chain = new ArrayList<Double>();
        for (int i = 0; i < points.size(); i++) {
            Point at = points.get(i);
            if (radius == 0 || i == 0 || i + 1 == points.size()) {
                add(chain, at.x(), at.y());
                continue;
            }
            Point in = Arrows.rounding(at, points.get(i - 1), radius);
            Point out = Arrows.rounding(at, points.get(i + 1), radius);
            for (int step = 0; step <= CURVE_STEPS; step++) {
                double t = (double) step / CURVE_STEPS;
                double u = 1 - t;
                add(chain, u * u * in.x() + 2 * u * t * at.x() + t * t * out.x(), u * u * in.y() + 2 * u * t * at.y() + t * t * out.y());
            }
        }
        return chain.stream().mapToDouble(d -> d).toArray();
    }

    private void add(List<Double> chain, double x, double y) {
        chain.add(x * scale);
        chain.add(y * scale);
    }

    @Override
    public void circle(double x, double y, double radius, int fill, int stroke) {
        if (stroke == Palette.NONE) {
            raster.disc(x * scale, y * scale, radius * scale, fill);
        } else {
            raster.disc(x * scale, y * scale, (radius + .5) * scale, stroke);
            raster.disc(x * scale, y * scale, (radius - .5) * scale, fill);
        }
    }

    @Override
    public void mark(double x, double y, int size, int color, String text) {
        write(x - font.width(text, true, false) * size / 2, y, size, true, false, color, text);
    }

    @Override
    public void label(Label label) {
        double width = 0;
        for (Span span : label.spans()) {
            width += span.gap() + width(span);
        }
        double x = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        for (Span span : label.spans()) {
            x += span.gap();
            write(x, label.y(), span.style().size(), span.style().bold(), span.style().mono(), Palette.ink(span.style()), span.text());
            x += width(span);
        }
    }

    private double width(Span span) {
        return font.width(span.text(), span.style().bold(), span.style().mono()) * span.style().size();
    }

    private void write(double x, double base, int size, boolean bold, boolean mono, int color, String text) {
        double unit = size * scale / StrokeFont.EM;
        double pen = Math.max(StrokeFont.pen(bold) * unit, bold ? 1.5 : 1);
        double at = Math.round(x * scale);
        double floor = Math.round(base * scale) - .5 * (Math.round(pen) % 2 == 0 ? 0 : 1);
        for (int codePoint : text.codePoints().toArray()) {
            StrokeFont.Glyph glyph = font.glyph(codePoint);
            double advance = font.advance(glyph, bold, mono) * unit;
            double squeeze = mono ? Math.min(1, advance / (glyph.advance() * unit)) : 1;
            double left = at + (advance - glyph.advance() * unit * squeeze) / 2;
            var strokes = new ArrayList<double[]>();
            for (double[] stroke : glyph.strokes()) {
                var placed = new double[stroke.length];
                for (int i = 0; i < stroke.length; i += 2) {
                    placed[i] = left + stroke[i] * unit * squeeze;
                    placed[i + 1] = floor - pen / 2 - stroke[i + 1] * (unit * 14 - pen) / 14;
                }
                strokes.add(placed);
            }
            if (!strokes.isEmpty()) {
                raster.stroke(strokes, pen, color);
            }
            at += advance;
        }
    }
}
