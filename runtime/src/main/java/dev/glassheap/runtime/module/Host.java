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

    /** The folder from which modules beside the program are imported; source text only, read-only. */
    Optional<Path> moduleFolder();
}
