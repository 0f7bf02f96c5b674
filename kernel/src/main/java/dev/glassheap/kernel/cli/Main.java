package dev.glassheap.kernel.cli;

import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.minipy.MiniPyInterpreter;
import dev.glassheap.kernel.minipy.Program;
import dev.glassheap.kernel.transport.BindException;
import dev.glassheap.kernel.wire.ConnectionFile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The command line. {@code kernel CONNECTION_FILE} is what a front end's kernelspec calls.
 *
 * <p>Exit status: 0 when the kernel was shut down, 1 when it could not start, 2 when the command line is wrong.
 */
public final class Main {

    private static final String USAGE = "usage: kernel CONNECTION_FILE | run [--profile P] [-c CODE | FILE.py | -] [ARGS]";

    private final Supplier<Interpreter> language;
    private final Map<String, String> environment;
    private final PrintStream err;

    /**
     * A command line for this language.
     *
     * @param language makes the interpreter; called once, when a kernel starts
     * @param environment the variables of the process
     * @param err where errors and the log go
     */
    public Main(Supplier<Interpreter> language, Map<String, String> environment, PrintStream err) {
        this.language = language;
        this.environment = environment;
        this.err = err;
    }

    /** The command line of the product. Ends the process. */
    public static void main(String[] args) {
        Main main = new Main(() -> new MiniPyInterpreter(Path.of("").toAbsolutePath()), System.getenv(), System.err);
        int status = main.run(args);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }

    /** Does what the arguments say and returns the exit status. */
    public int run(String... args) {
        if (args.length >= 1 && args[0].equals("run")) {
            return new Program(System.in, err, environment).run(java.util.Arrays.copyOfRange(args, 1, args.length));
        }
        if (args.length != 2 || !args[0].equals("kernel")) {
            err.println(USAGE);
            return 2;
        }
        return kernel(Path.of(args[1]));
    }

    private int kernel(Path connectionFile) {
        Log log = new Log(err);
        try {
            ConnectionFile connection = ConnectionFile.read(connectionFile);
            KernelProcess process = new KernelProcess(language.get(), connection, log::line);
            process.endOnSignal();
            process.endWithParent(environment);
            process.run();
            return 0;
        } catch (UncheckedIOException | IllegalArgumentException | BindException e) {
            log.line("the kernel cannot start: " + e.getMessage());
            return 1;
        }
    }
}
