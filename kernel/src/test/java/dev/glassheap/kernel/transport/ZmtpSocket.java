package dev.glassheap.kernel.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The connecting side of ZMTP 3.0 with the NULL mechanism, on a plain blocking socket.
 *
 * <p>Not JeroMQ, for two reasons: a second implementation finds what the first takes for granted; and the connecting side of JeroMQ 0.6.0
 * now and then never reads the greeting (it cancels the selection key of the new connection together with that of the attempt, when
 * its table of handles happens to be in the wrong order).
 */
public final class ZmtpSocket implements AutoCloseable {

    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;
    private static final int GREETING_BYTES = 64;
    private static final int MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Connects and shakes hands as a socket of this type, e.g. {@code DEALER}. */
    public ZmtpSocket(String type, String identity, String ip, int port) {
        try {
            socket = new Socket(ip, port);
            socket.setSoTimeout(MILLIS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = new DataOutputStream(socket.getOutputStream());
            out.write(greeting());
            in.readFully(new byte[GREETING_BYTES]);
            writeFrame(COMMAND, ready(type, identity));
            readFrame();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] greeting() {
        byte[] greeting = new byte[GREETING_BYTES];
        greeting[0] = (byte) 0xFF;
        greeting[8] = 1;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        byte[] mechanism = "NULL".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mechanism, 0, greeting, 12, mechanism.length);
        return greeting;
    }

    private static byte[] ready(String type, String identity) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream command = new DataOutputStream(bytes);
        command.writeByte("READY".length());
        command.writeBytes("READY");
        property(command, "Socket-Type", type);
        property(command, "Identity", identity);
        return bytes.toByteArray();
    }

    private static void property(DataOutputStream command, String name, String value) throws IOException {
        command.writeByte(name.length());
        command.writeBytes(name);
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        command.writeInt(utf8.length);
        command.write(utf8);
    }

    /** Sends one message. */
    public void send(List<byte[]> frames) {
        try {
            for (int i = 0; i < frames.size(); i++) {
                writeFrame(i < frames.size() - 1 ? MORE : 0, frames.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for one message. */
    public List<byte[]> receive() {
        try {
            List<byte[]> frames = new ArrayList<>();
            Frame frame;
            do {
                frame = readFrame();
                frames.add(frame.bytes);
            } while ((frame.flags & MORE) != 0);
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Frame(int flags, byte[] bytes) {}

    private void writeFrame(int flags, byte[] bytes) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(bytes.length + 9);
        DataOutputStream data = new DataOutputStream(frame);
        if (bytes.length > 255) {
            data.writeByte(flags | LONG);
            data.writeLong(bytes.length);
        } else {
            data.writeByte(flags);
            data.writeByte(bytes.length);
        }
        data.write(bytes);
        frame.writeTo(out);
    }

    private Frame readFrame() throws IOException {
        int flags = in.readUnsignedByte();
        long length = (flags & LONG) != 0 ? in.readLong() : in.readUnsignedByte();
        byte[] bytes = new byte[Math.toIntExact(length)];
        in.readFully(bytes);
        return new Frame(flags, bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
