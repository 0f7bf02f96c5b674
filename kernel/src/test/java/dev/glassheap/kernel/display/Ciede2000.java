package dev.glassheap.kernel.display;

/** The colour difference of CIE 142-2001, on sRGB colours under D65. */
final class Ciede2000 {

    private Ciede2000() { }

    static double linear(int channel) {
        double c = channel / 255.0;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    /** L*, a*, b*. */
    static double[] lab(int color) {
        double r = linear(color >> 16 & 0xFF);
        double g = linear(color >> 8 & 0xFF);
        double b = linear(color & 0xFF);
        double x = f((.4124564 * r + .3575761 * g + .1804375 * b) / .95047);
        double y = f(.2126729 * r + .7151522 * g + .0721750 * b);
        double z = f((.0193339 * r + .1191920 * g + .9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    static double difference(int first, int second) {
        double[] p = lab(first);
        double[] q = lab(second);
        double chroma7 = Math.pow((Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2, 7);
        double g = .5 * (1 - Math.sqrt(chroma7 / (chroma7 + Math.pow(25, 7))));
        double a1 = p[1] * (1 + g);
        double a2 = q[1] * (1 + g);
        double c1 = Math.hypot(a1, p[2]);
        double c2 = Math.hypot(a2, q[2]);
        double h1 = hue(a1, p[2]);
        double h2 = hue(a2, q[2]);
        double dh = c1 * c2 == 0 ? 0 : wrap(h2 - h1);
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2));
        double meanL = (p[0] + q[0]) / 2;
        double meanC = (c1 + c2) / 2;
        double meanH = c1 * c2 == 0 ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + 360) / 2;
        double t = 1 - .17 * cos(meanH - 30) + .24 * cos(2 * meanH) + .32 * cos(3 * meanH + 6) - .2 * cos(4 * meanH - 63);
        double sl = 1 + .015 * Math.pow(meanL - 50, 2) / Math.sqrt(20 + Math.pow(meanL - 50, 2));
        double sc = 1 + .045 * meanC;
        double sh = 1 + .015 * meanC * t;
        double meanC7 = Math.pow(meanC, 7);
        double rotation = -2 * Math.sqrt(meanC7 / (meanC7
                + Math.pow(25, 7))) * Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((meanH - 275) / 25, 2))));
        double l = (q[0] - p[0]) / sl;
        double c = (c2 - c1) / sc;
        double h = dH / sh;
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return a == 0 && b == 0 ? 0 : degrees < 0 ? degrees + 360 : degrees;
    }

    private static double wrap(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
