package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTraceback;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Exceptions as CPython 3.11 prints them ({@code Python/traceback.c}, {@code print_exception}): chain, frames, source, markers. */
public final class TracebackPrinter {

    /** After so many equal entries a traceback says how often the line repeats. */
    private static final int RECURSIVE_CUTOFF = 3;

    /** How the file name of a notebook's cell begins: {@code Cell In[3]}. */
    private static final String CELL_LABEL = "Cell In[";

    private final World w;
    private final Sites sites;
    private final StringBuilder out = new StringBuilder();

    private TracebackPrinter(World w, Sites sites) {
        this.w = w;
        this.sites = sites;
    }

    /** The whole text with its final newline. The exception is borrowed. */
    public static String render(World w, Sites sites, PyBaseException exception) {
        TracebackPrinter p = new TracebackPrinter(w, sites);
        p.chain(exception, new HashSet<>());
        return p.out.toString();
    }

    /** Only {@code Type: message} and notes. */
    public static String renderOnly(World w, Sites sites, PyBaseException exception) {
        TracebackPrinter p = new TracebackPrinter(w, sites);
        p.exceptionOnly(exception);
        return p.out.toString();
    }

    /** The traceback and the exception without its chain: what unraisable exceptions print. */
    public static String renderAlone(World w, Sites sites, PyBaseException exception) {
        TracebackPrinter p = new TracebackPrinter(w, sites);
        if (exception.traceback instanceof PyTraceback t) {
            p.out.append("Traceback (most recent call last):\n");
            p.frames(t);
        }
        p.exceptionOnly(exception);
        return p.out.toString();
    }

    private void chain(PyBaseException e, Set<PyBaseException> seen) {
        seen.add(e);
        if (e.cause instanceof PyBaseException cause && !seen.contains(cause)) {
            chain(cause, seen);
            out.append("\nThe above exception was the direct cause of the following exception:\n\n");
        } else if (e.cause == null && e.context instanceof PyBaseException context && !e.suppressContext && !seen.contains(context)) {
            chain(context, seen);
            out.append("\nDuring handling of the above exception, another exception occurred:\n\n");
        }
        if (e.traceback instanceof PyTraceback t) {
            out.append("Traceback (most recent call last):\n");
            frames(t);
        }
        exceptionOnly(e);
    }

    // ------------------------------------------------------------------ frames

    private record Entry(String file, String name, int line, Sites.Site site) {
        boolean sameLine(Entry o) {
            return file.equals(o.file) && name.equals(o.name) && line == o.line;
        }
    }

    private void frames(PyTraceback first) {
        List<Entry> entries = new ArrayList<>();
        for (PyObject t = first; t instanceof PyTraceback tb; t = tb.next) {
            PyFrame f = (PyFrame) tb.frame;
            entries.add(new Entry(f.unit.code.fileName.text(), f.unit.code.name.text(), tb.line, sites.site(tb.lasti)));
        }
        int repeated = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            repeated = i > 0 && e.sameLine(entries.get(i - 1)) ? repeated + 1 : 0;
            if (repeated < RECURSIVE_CUTOFF) {
                entry(e);
            }
            boolean last = i == entries.size() - 1 || !entries.get(i + 1).sameLine(e);
            if (last && repeated >= RECURSIVE_CUTOFF) {
                int more = repeated - RECURSIVE_CUTOFF + 1;
                out.append("  [Previous line repeated ").append(more).append(" more time").append(more == 1 ? "" : "s").append("]\n");
            }
        }
    }

    private void entry(Entry e) {
        place(e.file, Integer.toString(e.line));
        out.append(isCell(e.file) && e.name.equals("<module>") ? "" : ", in " + e.name).append('\n');
        sites.sourceLine(e.file, e.line).ifPresent(line -> {
            String stripped = line.strip();
            if (stripped.isEmpty()) {
                return;
            }
            out.append("    ").append(stripped).append('\n');
            if (e.site.line() == e.line) {
                Markers.under(line, e.site.span()).ifPresent(m -> out.append("    ").append(m).append('\n'));
            }
        });
    }

    /** Where a line stands, as CPython says it for files and IPython for cells, whose label is their name. */
    private void place(String file, String line) {
        if (isCell(file)) {
            out.append("  ").append(file).append(", line ").append(line);
        } else {
            out.append("  File \"").append(file).append("\", line ").append(line);
        }
    }

    private static boolean isCell(String file) {
        return file.startsWith(CELL_LABEL) && file.endsWith("]");
    }

    // ------------------------------------------------------------------ the exception itself

    private void exceptionOnly(PyBaseException e) {
        if (e.type.isSubtypeOf(w.types.exceptions.syntaxError)) {
            syntaxError(e);
        } else {
            out.append(typeName(e));
            String message = message(e);
            out.append(message.isEmpty() ? "" : ": " + message).append('\n');
        }
        notes(e);
    }

    private String typeName(PyBaseException e) {
        PyObject module = Objects.lookupAttr(w, e.type, "__module__");
        PyObject qualname = Objects.lookupAttr(w, e.type, "__qualname__");
        String name = qualname instanceof PyStr s ? s.text() : e.type.shortName();
        String m = module instanceof PyStr s ? s.text() : "builtins";
        w.releaseOrNull(module, Holder.NATIVE);
        w.releaseOrNull(qualname, Holder.NATIVE);
        return m.equals("builtins") || m.equals("__main__") ? name : m + "." + name;
    }

    private String message(PyBaseException e) {
        try {
            return Objects.strText(w, e) + Suggestions.hint(w, e);
        } catch (PyException failed) {
            w.release(failed.take(), Holder.EXCEPTION);
            return "<exception str() failed>";
        }
    }

    private void notes(PyBaseException e) {
        PyObject notes = Objects.lookupAttr(w, e, "__notes__");
        if (notes instanceof PyList list) {
            for (int i = 0; i < list.size; i++) {
                out.append(Objects.strText(w, list.items[i])).append('\n');
            }
        }
        w.releaseOrNull(notes, Holder.NATIVE);
    }

    private String field(PyBaseException e, String name) {
        PyObject value = Objects.lookupAttr(w, e, name);
        String text = value instanceof PyStr s ? s.text() : value instanceof PyInt i ? i.bigValue().toString() : "";
        w.releaseOrNull(value, Holder.NATIVE);
        return text;
    }

    private void syntaxError(PyBaseException e) {
        String file = field(e, "filename");
        String line = field(e, "lineno");
        if (!line.isEmpty()) {
            place(file.isEmpty() ? "<string>" : file, line);
            out.append('\n');
            String text = field(e, "text");
            String shown = text.stripLeading().replaceAll("[\\n\\r\\f]+$", "");
            if (!shown.isEmpty()) {
                out.append("    ").append(shown).append('\n');
                carets(text, shown, field(e, "offset"), field(e, "end_offset"), field(e, "end_lineno").equals(line));
            }
        }
        String msg = field(e, "msg");
        out.append(typeName(e)).append(": ").append(msg.isEmpty() ? "<no detail available>" : msg).append('\n');
    }

    private void carets(String text, String shown, String offset, String endOffset, boolean oneLine) {
        if (offset.isEmpty()) {
            return;
        }
        int indent = text.length() - text.stripLeading().length();
        int start = Integer.parseInt(offset) - 1 - indent;
        int end = endOffset.isEmpty() || !oneLine ? oneLine ? start + 1 : shown.length() : Integer.parseInt(endOffset) - 1 - indent;
        if (start < 0) {
            return;
        }
        end = Math.max(end, start + 1);
        StringBuilder b = new StringBuilder("    ");
        for (int i = 0; i < start; i++) {
            b.append(i < shown.length() && Character.isWhitespace(shown.charAt(i)) ? shown.charAt(i) : ' ');
        }
        out.append(b).append("^".repeat(end - start)).append('\n');
    }
}
