package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code sys.stdout}, {@code sys.stderr} and {@code sys.stdin}: a text stream of the host. Static: it takes nothing from the guest's heap. */
final class TextStream extends PyObject {

    private final OutputStream out;
    private final BufferedReader in;
    private final String name;
    private final PyType ownType;
    /** Bytes written but not yet handed to the host. */
    private final byte[] buffer = new byte[8192];
    private int buffered;
    private final Buffering buffering;

    /** When what was written goes to the host. */
    private enum Buffering { NONE, LINE, FULL }

    private TextStream(OutputStream out, InputStream in, String name, PyType ownType, Buffering buffering) {
        this.out = out;
        this.in = in == null ? null : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.name = name;
        this.ownType = ownType;
        this.buffering = buffering;
    }

    static PyType defineType(World w) {
        PyType type = w.types.staticType("_io.TextIOWrapper");
        return new TypeBuilder(w, type, w.types.objectType).size(216, 0).flags(PyType.DISALLOW_INSTANTIATION)
            .slots(s -> s.tpRepr = (world, o) -> world.str("<_io.TextIOWrapper name='<" + ((TextStream) o).name
                + ">' mode='" + (((TextStream) o).out == null ? "r" : "w") + "' encoding='utf-8'>"))
            .oneArg("write", (world, self, text) -> {
                if (!(text instanceof PyStr s)) {
                    throw Errors.typeError(world, "write() argument must be str, not %s", text.type.name);
                }
                ((TextStream) self).write(s.text());
                return world.newInt(s.length());
            })
            .noArgs("flush", (world, self) -> {
                ((TextStream) self).flush();
                return world.none();
            })
            .noArgs("isatty", (world, self) -> world.bool(false))
            .noArgs("fileno", (world, self) -> world.newInt(((TextStream) self).name.equals("stdin") ? 0
                : ((TextStream) self).name.equals("stdout") ? 1 : 2))
            .noArgs("readline", (world, self) -> world.str(((TextStream) self).readLine()))
            .getset("encoding", (world, self) -> world.str("utf-8"))
            .getset("name", (world, self) -> world.str("<" + ((TextStream) self).name + ">"))
            .getset("closed", (world, self) -> world.bool(false))
            .ready();
    }

    /** {@code stdout} or {@code stderr}. A notebook shows a print at once; it collects small pieces itself. */
    static TextStream output(World w, PyType type, Host host, String name) {
        boolean error = name.equals("stderr");
        Buffering buffering = host.interactive() ? Buffering.NONE : error ? Buffering.LINE : Buffering.FULL;
        return w.makeStatic(new TextStream(error ? host.err() : host.out(), null, name, type, buffering), type, 216, 1);
    }

    static TextStream input(World w, PyType type, InputStream in) {
        return w.makeStatic(new TextStream(null, in, "stdin", type, Buffering.FULL), type, 216, 1);
    }

    PyType ownType() {
        return ownType;
    }

    /** Lone surrogates are written as {@code ?}, as the host's encoder does. */
    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > buffer.length - buffered) {
            flush();
        }
        if (bytes.length > buffer.length) {
            send(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, buffered, bytes.length);
            buffered += bytes.length;
        }
        if (buffering == Buffering.NONE || buffering == Buffering.LINE && text.indexOf('\n') >= 0) {
            flush();
        }
    }

    void flush() {
        if (out != null) {
            send(buffer, buffered);
            buffered = 0;
            try {
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void send(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line with its end; empty at the end of input. */
    String readLine() {
        try {
            String line = in.readLine();
            return line == null ? "" : line + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
