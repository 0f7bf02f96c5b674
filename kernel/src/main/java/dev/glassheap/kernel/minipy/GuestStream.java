package dev.glassheap.kernel.minipy;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Guest output as text: decodes UTF-8, also where a character comes in two pieces. Used by the guest thread alone. */
final class GuestStream extends OutputStream {

    /** A character of UTF-8 has at most four bytes; so many may wait for their rest. */
    private static final int MAX_REST = 4;

    private final Consumer<String> text;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    GuestStream(Consumer<String> text) {
        this.text = text;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + count).put(rest).put(bytes, from, count).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + MAX_REST);
        decoder.decode(in, out, false);
        rest = in;
        if (out.flip().hasRemaining()) {
            text.accept(out.toString());
        }
    }
}
