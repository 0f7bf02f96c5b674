package dev.glassheap.kernel.display;

/** How a colour looks to readers of full severity, by the matrices of Machado, Oliveira and Fernandes (2009) on linear RGB. */
enum ColorVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998),
    DEUTERANOPIA(.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881),
    TRITANOPIA(1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900);

    private final double[] matrix;

    ColorVision(double... matrix) {
        this.matrix = matrix;
    }

    int seen(int color) {
        double[] linear = {Ciede2000.linear(color >> 16 & 0xFF), Ciede2000.linear(color >> 8 & 0xFF), Ciede2000.linear(color & 0xFF)};
        int seen = 0;
        for (int row = 0; row < 3; row++) {
            double value = 0;
            for (int column = 0; column < 3; column++) {
                value += matrix[3 * row + column] * linear[column];
            }
            double clamped = Math.clamp(value, 0, 1);
            double gamma = clamped <= .0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - .055;
            seen = seen << 8 | (int) Math.round(gamma * 255);
        }
        return seen;
    }
}
