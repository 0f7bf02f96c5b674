package dev.glassheap.kernel.wire;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.MalformedContentException;
import dev.glassheap.kernel.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Frames to messages and back:
 *
 * <pre>
 * route ..., "&lt;IDS|MSG&gt;", signature, header, parent_header, metadata, content, buffer ...
 * </pre>
 *
 * <p>The signature covers the four JSON frames exactly as received; nothing is parsed before it has been checked. May be used by
 * many threads.
 */
public final class FrameCodec {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    /** The signature and the four frames it covers. */
    private static final int FRAMES_AFTER_DELIMITER = 5;

    private final Signer signer;
    private final ReplayGuard replayGuard = new ReplayGuard();

    /** A codec for the key of this connection. */
    public FrameCodec(ConnectionFile connection) {
        this(connection.signatureScheme(), connection.key());
    }

    FrameCodec(String signatureScheme, String key) {
        signer = new Signer(signatureScheme, key);
    }

    /**
     * Reads a message.
     *
     * @param channel the socket on which the frames came
     * @throws MalformedFramesException when they are no message, or the signature is wrong or was used before
     */
    public Message decode(Channel channel, List<byte[]> frames) {
        int delimiter = indexOfDelimiter(frames);
        if (delimiter < 0) {
            throw new MalformedFramesException("%d frames without the delimiter".formatted(frames.size()));
        }
        List<byte[]> signed = frames.subList(delimiter + 1, frames.size());
        if (signed.size() < FRAMES_AFTER_DELIMITER) {
            throw new MalformedFramesException("%d frames after the delimiter, at least %d expected"
                    .formatted(signed.size(), FRAMES_AFTER_DELIMITER));
        }
        checkSignature(signed.getFirst(), signed.subList(1, FRAMES_AFTER_DELIMITER));
        return new Message(
                channel,
                frames.subList(0, delimiter),
                header(signed.get(1)),
                JsonText.readObject("parent_header", signed.get(2)),
                JsonText.readObject("metadata", signed.get(3)),
                JsonText.readObject("content", signed.get(4)),
                signed.subList(FRAMES_AFTER_DELIMITER, signed.size()));
    }

    private static int indexOfDelimiter(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        return -1;
    }

    private void checkSignature(byte[] signature, List<byte[]> signed) {
        if (!signer.accepts(signature, signed)) {
            throw new MalformedFramesException("wrong signature");
        }
        if (signer.isOn() && !replayGuard.admits(signature)) {
            throw new MalformedFramesException("a signature that was used before");
        }
    }

    private static Header header(byte[] frame) {
        Map<String, Object> fields = JsonText.readObject("header", frame);
        try {
            return new Header(fields);
        } catch (MalformedContentException e) {
            throw new MalformedFramesException(e.getMessage(), e);
        }
    }

    /**
     * Writes a message.
     *
     * @throws IllegalArgumentException when it holds values that JSON cannot say
     */
    public List<byte[]> encode(Message message) {
        List<byte[]> signed = List.of(
                JsonText.write(message.header().fields()),
                JsonText.write(message.parentHeader()),
                JsonText.write(message.metadata()),
                JsonText.write(message.content()));
        List<byte[]> frames = new ArrayList<>(message.route());
        frames.add(DELIMITER.clone());
        frames.add(signer.sign(signed));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }
}
