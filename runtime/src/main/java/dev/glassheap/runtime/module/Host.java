package dev.glassheap.runtime.module;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All that guest modules may know of the host. Guest code reaches nothing else. */
public interface Host {

    OutputStream out();

    OutputStream err();

    InputStream in();

    /** {@code sys.argv}. */
    List<String> arguments();

    /** Whether a front end reads what is written, so that nothing may wait in a buffer. */
    boolean interactive();

    /**
     * Asks for another world after the running cell.
     *
     * @param profile name of a memory profile
     * @param limit bytes it may map; 0 derives it from the maximal Java heap
     * @param hashSeed seed of string hashing
     * @return false when there is no notebook that could begin one
     */
    boolean newWorld(String profile, long limit, long hashSeed);

    /** Whether a front end shows what {@code display()} gives it. */
    boolean displays();

    /** Shows a borrowed value in the front end. */
    void display(dev.glassheap.runtime.object.PyObject value);

    /**
     * Asks the user of a front end for a line; empty when there is no front end and the line comes from {@link #in}.
     *
     * @throws dev.glassheap.runtime.object.PyException StdinNotImplementedError when the front end cannot ask, KeyboardInterrupt when
     *     the wait was interrupted
     */
    Optional<String> ask(String prompt, boolean password);

    /** The folder from which modules beside the program are imported; source text only, read-only. */
    Optional<Path> moduleFolder();
}
