package dev.glassheap.kernel.minipy;

import dev.glassheap.kernel.minipy.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code run [--profile P] [-c CODE | FILE.py | -] [ARGS]}: runs a program as {@code python3} does.
 *
 * <p>Exit status: the program's; 2 when the command line is wrong or the file cannot be read.
 */
public final class Program {

    private static final String USAGE = "usage: glassheap run [--profile P] [-c CODE | FILE.py | -] [ARGS]";

    private final InputStream in;
    private final PrintStream err;
    private final Map<String, String> environment;

    /** @param environment the variables of the process: PYTHONHASHSEED is read */
    public Program(InputStream in, PrintStream err, Map<String, String> environment) {
        this.in = in;
        this.err = err;
        this.environment = environment;
    }

    /** What to run: the text, the name tracebacks show, {@code sys.argv}, the folder modules are imported from (empty for none). */
    private record Work(String text, String name, String[] argv, String folder) {
    }

    /** Runs what the arguments say; the exit status. */
    public int run(String... args) {
        String profile = "3.11";
        int at = 0;
        if (args.length >= 2 && args[0].equals("--profile")) {
            profile = args[1];
            at = 2;
        }
        Work work;
        try {
            work = work(Arrays.copyOfRange(args, at, args.length));
        } catch (NoSuchFileException e) {
            err.println("glassheap: can't open file '" + e.getFile() + "': [Errno 2] No such file or directory");
            return 2;
        } catch (IOException e) {
            err.println("glassheap: can't read the program: " + e.getMessage());
            return 2;
        }
        if (work == null) {
            err.println(USAGE);
            return 2;
        }
        return new ProgramRun(profile, hashSeed(), work.text(), work.name(), work.argv(), work.folder()).run(err);
    }

    private Work work(String[] args) throws IOException {
        if (args.length == 0) {
            return null;
        }
        if (args[0].equals("-c")) {
            if (args.length < 2) {
                return null;
            }
            String[] argv = Arrays.copyOfRange(args, 1, args.length);
            argv[0] = "-c";
            return new Work(args[1] + "\n", "<string>", argv, ".");
        }
        if (args[0].equals("-")) {
            return new Work(new String(in.readAllBytes(), StandardCharsets.UTF_8), "<stdin>", args, ".");
        }
        Path file = Path.of(args[0]);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toAbsolutePath().normalize().toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        return new Work(Files.readString(file), args[0], args, folder.toString());
    }

    private OptionalLong hashSeed() {
        String seed = environment.getOrDefault("PYTHONHASHSEED", "");
        return seed.matches("[0-9]{1,10}") ? OptionalLong.of(Long.parseLong(seed)) : OptionalLong.empty();
    }
}
