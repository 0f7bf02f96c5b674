package dev.glassheap.kernel.cli;

import dev.glassheap.kernel.dispatch.Kernel;
import dev.glassheap.kernel.dispatch.Outbox;
import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Connect;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.transport.Transport;
import dev.glassheap.kernel.wire.ConnectionFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A kernel on its sockets, and what ends it: a client, a signal, the death of the process that started it. */
public final class KernelProcess {

    /** In this variable a Jupyter server tells its kernels its process id. */
    private static final String PARENT_PID = "JPY_PARENT_PID";

    /** A signal's hook waits so long for the last messages; more than the kernel and the sockets take together. */
    private static final long SECONDS_TO_END = 4;

    private final Kernel kernel;
    private final Transport transport;
    private final Consumer<String> log;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Binds the sockets.
     *
     * @throws dev.glassheap.kernel.transport.BindException when a socket cannot be bound
     */
    public KernelProcess(Interpreter interpreter, ConnectionFile connection, Consumer<String> log) {
        this.log = log;
        kernel = new Kernel(interpreter, ports(connection), outbox(), log);
        Map<Channel, Consumer<Message>> receivers = Map.of(
                Channel.SHELL, kernel::shell,
                Channel.CONTROL, kernel::control,
                Channel.STDIN, kernel::stdin);
        transport = new Transport(connection, receivers, kernel::subscribed, log, kernel::stop);
    }

    private static Connect.Reply ports(ConnectionFile connection) {
        return new Connect.Reply(
                connection.shellPort(),
                connection.iopubPort(),
                connection.stdinPort(),
                connection.controlPort(),
                connection.hbPort());
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public void send(Message message) {
                transport.send(message);
            }

            @Override
            public boolean awaitRoom(long millis) throws InterruptedException {
                return transport.awaitRoom(millis);
            }
        };
    }

    /** Runs the kernel until something ends it; returns when the last message is out. */
    public void run() {
        kernel.start();
        transport.start();
        try {
            kernel.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            transport.close();
            ended.countDown();
        }
    }

    /** Ends the kernel. Does not wait for it. */
    public void stop() {
        kernel.stop();
    }

    /** Ends the kernel in good order when the process gets SIGTERM or another signal that ends a JVM. */
    void endOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endNow, "glassheap-signal"));
    }

    private void endNow() {
        stop();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the kernel when the process named in the environment does: nobody could ever reach it again. */
    void endWithParent(Map<String, String> environment) {
        Optional.ofNullable(environment.get(PARENT_PID))
                .filter(pid -> pid.matches("[0-9]{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(parent -> parent.onExit().thenRun(() -> {
                    log.accept("the process that started this kernel has ended; so does the kernel");
                    stop();
                }));
    }
}
