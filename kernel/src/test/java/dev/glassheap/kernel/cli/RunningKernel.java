package dev.glassheap.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.interpreter.EchoInterpreter;
import dev.glassheap.kernel.wire.ConnectionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A kernel of the echo language on real sockets, in this process. */
final class RunningKernel implements AutoCloseable {

    private static final long MILLIS_TO_END = 10_000;

    final ConnectionFile connection = freePorts();
    final EchoInterpreter interpreter = new EchoInterpreter();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final KernelProcess process = new KernelProcess(interpreter, connection, log::add);
    private final Thread main = new Thread(process::run, "kernel under test");

    RunningKernel() {
        main.start();
    }

    static ConnectionFile freePorts() {
        List<ServerSocket> held = IntStream.range(0, 5).mapToObj(i -> hold()).toList();
        List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
        held.forEach(RunningKernel::release);
        return new ConnectionFile(
                "tcp",
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                "hmac-sha256",
                "the key of the tests");
    }

    private static ServerSocket hold() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the next line of the log that contains this. */
    void awaitLog(String part) throws InterruptedException {
        String line = log.poll(MILLIS_TO_END, TimeUnit.MILLISECONDS);
        while (line != null && !line.contains(part)) {
            line = log.poll(MILLIS_TO_END, TimeUnit.MILLISECONDS);
        }
        assertThat(line).as("a line of the log with " + part).isNotNull();
    }

    void awaitEnd() throws InterruptedException {
        main.join(MILLIS_TO_END);
        assertThat(main.isAlive()).as("the kernel still runs").isFalse();
    }

    @Override
    public void close() throws InterruptedException {
        process.stop();
        awaitEnd();
    }
}
