package dev.glassheap.kernel.cli;

import dev.glassheap.kernel.interpreter.EchoInterpreter;

/** The kernel's command line with the echo language, for {@code kernel/src/test/python}. */
public final class EchoMain {

    private EchoMain() {}

    public static void main(String[] args) {
        System.exit(new Main(EchoInterpreter::new, System.getenv(), System.err).run(args));
    }
}
