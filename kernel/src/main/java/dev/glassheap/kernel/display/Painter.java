package dev.glassheap.kernel.display;

import dev.glassheap.kernel.display.Palette.Look;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Point;
import java.util.List;

/** The few operations into which {@link Painting} breaks a scene; one implementation writes SVG, the other pixels. */
interface Painter {

    /** Rectangles of one look, each x, y, width, height of the middle line of its edge. */
    void rectangles(Look look, List<double[]> rectangles);

    /** One rectangle. */
    default void rectangle(double x, double y, double width, double height, Look look) {
        rectangles(look, List.of(new double[] {x, y, width, height}));
    }

    /** A filled polygon without an edge. */
    void polygon(int color, double... coordinates);

    /** Straight segments with rounded corners; an arrow head at the end if {@code arrow} is positive, of that length in px. */
    void line(int color, double weight, double radius, double arrow, List<Point> points);

    void circle(double x, double y, double radius, int fill, int stroke);

    void label(Label label);

    /** A mark's letter or digit, in the middle of x; y is the baseline. */
    void mark(double x, double y, int size, int color, String text);
}
