package dev.glassheap.kernel.display;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pixels as an indexed PNG: at most 32 colours, rarer ones go to their nearest neighbour. */
final class PngWriter {

    static final int MOST_COLORS = 32;
    /** Level 9 takes three times as long for 3 % less. */
    private static final int LEVEL = 7;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte INDEXED = 3;

    private PngWriter() { }

    static byte[] write(Raster raster, String title) {
        List<Integer> palette = palette(raster);
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(raster.width).putInt(raster.height)
                .put((byte) 8).put(INDEXED).put((byte) 0).put((byte) 0).put((byte) 0).array());
        var colors = ByteBuffer.allocate(palette.size() * 3);
        palette.forEach(color -> colors.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) (int) color));
        chunk(file, "PLTE", colors.array());
        chunk(file, "tEXt", ("Title\0" + title.replaceAll("[^ -~]", "?")).getBytes(StandardCharsets.ISO_8859_1));
        chunk(file, "IDAT", deflate(rows(raster, palette)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** The most frequent colours; runs of one colour are counted at once, because most of a picture is runs. */
    private static List<Integer> palette(Raster raster) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = raster.pixels;
        int start = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[start]) {
                counts.merge(pixels[start], i - start, Integer::sum);
                start = i;
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COLORS).map(Map.Entry::getKey).toList();
    }

    /** One filter byte (none) and one byte a pixel. */
    private static byte[] rows(Raster raster, List<Integer> palette) {
        Map<Integer, Byte> index = new HashMap<>();
        var rows = new byte[(raster.width + 1) * raster.height];
        int at = 0;
        int color = Palette.NONE;
        byte entry = 0;
        for (int y = 0; y < raster.height; y++) {
            rows[at++] = 0;
            for (int x = 0; x < raster.width; x++) {
                int pixel = raster.pixels[y * raster.width + x];
                if (pixel != color) {
                    color = pixel;
                    entry = index.computeIfAbsent(pixel, c -> (byte) nearest(c, palette));
                }
                rows[at++] = entry;
            }
        }
        return rows;
    }

    private static int nearest(int color, List<Integer> palette) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(color, palette.get(i)) < distance(color, palette.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int difference = (a >> shift & 0xFF) - (b >> shift & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }

    private static byte[] deflate(byte[] rows) {
        try (var deflater = new Deflater(LEVEL)) {
            deflater.setInput(rows);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
