package dev.glassheap.kernel.display;

/**
 * A plane of 0xRRGGBB pixels. Coordinates are pixels, not the scene's px. What covers a pixel in part is mixed in quarters, so that few
 * colours arise.
 */
final class Raster {

    private static final int LEVELS = 4;

    final int width;
    final int height;
    final int[] pixels;

    Raster(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        java.util.Arrays.fill(pixels, background);
    }

    void fill(double x1, double y1, double x2, double y2, int color) {
        int left = clampX(Math.round(x1));
        int right = clampX(Math.round(x2));
        for (int y = clampY(Math.round(y1)); y < clampY(Math.round(y2)); y++) {
            java.util.Arrays.fill(pixels, y * width + left, y * width + right, color);
        }
    }

    private int clampX(long x) {
        return Math.clamp(x, 0, width);
    }

    private int clampY(long y) {
        return Math.clamp(y, 0, height);
    }

    void set(int x, int y, int color) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[y * width + x] = color;
        }
    }

    /** Mixes a colour over a pixel; {@code cover} from 0 to 1. */
    void mix(int x, int y, int color, double cover) {
        int level = (int) Math.round(Math.clamp(cover, 0, 1) * LEVELS);
        if (level == 0 || x < 0 || x >= width || y < 0 || y >= height) {
            return;
        }
        int under = pixels[y * width + x];
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = under >> shift & 0xFF;
            int b = color >> shift & 0xFF;
            mixed |= (a * (LEVELS - level) + b * level) / LEVELS << shift;
        }
        pixels[y * width + x] = mixed;
    }

    /** A stroke of round ends along chained points x, y, x, y, ...; drawn in one go, so that its parts do not add up where they meet. */
    void stroke(double[] points, double weight, int color) {
        stroke(java.util.List.of(points), weight, color);
    }

    /** Several strokes of one colour, mixed once per pixel. */
    void stroke(java.util.List<double[]> chains, double weight, int color) {
        double reach = weight / 2 + 1;
        double[] box = box(chains, reach);
        for (int y = (int) Math.floor(box[1]); y <= box[3]; y++) {
            for (int x = (int) Math.floor(box[0]); x <= box[2]; x++) {
                double distance = distance(chains, x + .5, y + .5);
                mix(x, y, color, weight / 2 - distance + .5);
            }
        }
    }

    private static double[] box(java.util.List<double[]> chains, double reach) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] chain : chains) {
            for (int i = 0; i < chain.length; i += 2) {
                box[0] = Math.min(box[0], chain[i] - reach);
                box[1] = Math.min(box[1], chain[i + 1] - reach);
                box[2] = Math.max(box[2], chain[i] + reach);
                box[3] = Math.max(box[3], chain[i + 1] + reach);
            }
        }
        return box;
    }

    private static double distance(java.util.List<double[]> chains, double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (double[] chain : chains) {
            for (int i = 0; i + 3 < chain.length; i += 2) {
                nearest = Math.min(nearest, distance(chain[i], chain[i + 1], chain[i + 2], chain[i + 3], x, y));
            }
        }
        return Math.sqrt(nearest);
    }

    /** Square of the distance from a point to a segment. */
    private static double distance(double x1, double y1, double x2, double y2, double x, double y) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
        double ex = x1 + t * dx - x;
        double ey = y1 + t * dy - y;
        return ex * ex + ey * ey;
    }

    /** A convex or simple polygon, sampled at 16 places per pixel. */
    void polygon(double[] points, int color) {
        double[] box = box(java.util.List.of(points), 0);
        for (int y = (int) Math.floor(box[1]); y <= box[3]; y++) {
            for (int x = (int) Math.floor(box[0]); x <= box[2]; x++) {
                int inside = 0;
                for (int sample = 0; sample < 16; sample++) {
                    inside += inside(points, x + (sample % 4 + .5) / 4, y + (sample / 4 + .5) / 4) ? 1 : 0;
                }
                mix(x, y, color, inside / 16.0);
            }
        }
    }

    private static boolean inside(double[] p, double x, double y) {
        boolean in = false;
        for (int i = 0, j = p.length - 2; i < p.length; j = i, i += 2) {
            boolean crosses = p[i + 1] > y != p[j + 1] > y && x < (p[j] - p[i]) * (y - p[i + 1]) / (p[j + 1] - p[i + 1]) + p[i];
            in ^= crosses;
        }
        return in;
    }

    void disc(double x, double y, double radius, int color) {
        for (int py = (int) (y - radius - 1); py <= y + radius + 1; py++) {
            for (int px = (int) (x - radius - 1); px <= x + radius + 1; px++) {
                mix(px, py, color, radius - Math.hypot(px + .5 - x, py + .5 - y) + .5);
            }
        }
    }
}
