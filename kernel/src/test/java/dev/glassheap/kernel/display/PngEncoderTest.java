package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.picture.Scene;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PngEncoderTest {

    /** Chunks by name, their checksums verified. */
    private static Map<String, byte[]> chunks(byte[] png) {
        var chunks = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(png);
        in.position(8);
        while (in.hasRemaining()) {
            int length = in.getInt();
            var name = new byte[4];
            in.get(name);
            var data = new byte[length];
            in.get(data);
            var crc = new CRC32();
            crc.update(name);
            crc.update(data);
            assertThat(in.getInt()).isEqualTo((int) crc.getValue());
            chunks.put(new String(name, StandardCharsets.US_ASCII), data);
        }
        return chunks;
    }

    private static byte[] rows(byte[] deflated) throws Exception {
        var inflater = new Inflater();
        inflater.setInput(deflated);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        while (!inflater.finished()) {
            out.write(buffer, 0, inflater.inflate(buffer));
        }
        inflater.end();
        return out.toByteArray();
    }

    @Test
    void every_reference_picture_is_an_indexed_png_of_at_most_32_colours() throws Exception {
        for (Scene scene : ReferencePictures.all().values()) {
            Map<String, byte[]> chunks = chunks(PngEncoder.encode(scene));
            var header = ByteBuffer.wrap(chunks.get("IHDR"));
            int width = header.getInt();
            int height = header.getInt();

            assertThat(chunks.keySet()).containsExactly("IHDR", "PLTE", "tEXt", "IDAT", "IEND");
            assertThat(width).isEqualTo(2 * Scene.WIDTH);
            assertThat(height).isEqualTo(2 * scene.height());
            assertThat(chunks.get("PLTE").length / 3).isLessThanOrEqualTo(32);
            assertThat(rows(chunks.get("IDAT"))).hasSize((width + 1) * height);
            assertThat(new String(chunks.get("tEXt"), StandardCharsets.ISO_8859_1)).isEqualTo("Title\0" + scene.title());
        }
    }

    @Test
    void headline_and_footer_leave_ink() throws Exception {
        Scene scene = ReferencePictures.all().get("pool");
        byte[] rows = rows(chunks(PngEncoder.encode(scene)).get("IDAT"));
        int stride = 2 * Scene.WIDTH + 1;

        assertThat(inked(rows, stride, 50, 84)).isGreaterThan(1500);
        assertThat(inked(rows, stride, 2 * scene.height() - 50, 2 * scene.height() - 26)).isGreaterThan(500);
    }

    /** Pixels of rows from (inclusive) to (exclusive) that are not of their row's first colour inside the panel. */
    private static long inked(byte[] rows, int stride, int from, int to) {
        return IntStream.range(from, to).mapToLong(y -> IntStream.range(20, stride - 20)
                .filter(x -> rows[y * stride + x] != rows[y * stride + 10]).count()).sum();
    }

    @Test
    void the_same_scene_gives_the_same_bytes() {
        Scene scene = ReferencePictures.all().get("object");

        assertThat(Arrays.equals(PngEncoder.encode(scene), PngEncoder.encode(scene))).isTrue();
    }

    @Test
    void every_printable_character_has_a_letter_no_wider_than_the_layout_allows() {
        var font = new StrokeFont();
        for (int c = '!'; c <= '~'; c++) {
            assertThat(font.glyph(c).strokes()).as(Character.toString(c)).isNotEmpty();
            assertThat(font.glyph(c)).as(Character.toString(c)).isNotEqualTo(font.glyph(0x4e2d));
        }
        assertThat(font.glyph('\u00e9')).isEqualTo(font.glyph('e'));
    }
}
