package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.InstanceDict;
import dev.glassheap.runtime.object.InstanceState;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyInstance;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completion and inspection of names and attributes. Runs no guest code: it reads dicts and types only. */
public final class Completions {

    private static final List<String> KEYWORDS = List.of("False", "None", "True", "and", "as", "assert", "break", "class", "continue",
        "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
        "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");
    private static final Pattern PATH = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\.)?([\\p{L}_]?[\\p{L}\\p{N}_]*)$");

    /** @param from,to code points of the text that a match replaces */
    public record Matches(List<String> matches, int from, int to) {
    }

    /** @param found whether the name means something */
    public record Inspection(boolean found, String text) {
    }

    private final World w;
    private final PyDict globals;

    public Completions(World w, PyDict globals) {
        this.w = w;
        this.globals = globals;
    }

    /** @param cursor in code points */
    public Matches complete(String text, int cursor) {
        String before = text.substring(0, text.offsetByCodePoints(0, Math.min(cursor, text.codePointCount(0, text.length()))));
        Matcher m = PATH.matcher(before);
        if (!m.find()) {
            return new Matches(List.of(), cursor, cursor);
        }
        String prefix = m.group(2);
        TreeSet<String> names = new TreeSet<>();
        if (m.group(1) == null) {
            names.addAll(KEYWORDS);
            addKeys(globals, names);
            addKeys(w.builtins, names);
        } else {
            resolve(m.group(1).substring(0, m.group(1).length() - 1)).ifPresent(o -> addAttributes(o, names));
        }
        List<String> matches = names.stream().filter(n -> n.startsWith(prefix) && (!n.startsWith("_") || prefix.startsWith("_"))).toList();
        return new Matches(matches, cursor - prefix.codePointCount(0, prefix.length()), cursor);
    }

    /** @param cursor in code points */
    public Inspection inspect(String text, int cursor) {
        int at = text.offsetByCodePoints(0, Math.min(cursor, text.codePointCount(0, text.length())));
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String before = text.substring(0, at).replaceFirst("\\($", "");
        Matcher m = PATH.matcher(before);
        if (!m.find() || m.group().isEmpty()) {
            return new Inspection(false, "");
        }
        return resolve(m.group()).map(o -> new Inspection(true, card(m.group(), o))).orElse(new Inspection(false, ""));
    }

    /** The object a dotted path means, borrowed, without running guest code. */
    private Optional<PyObject> resolve(String path) {
        String[] parts = path.split("\\.");
        PyObject o = globals.getStr(w, w.id(parts[0]));
        if (o == null) {
            o = w.builtins.getStr(w, w.id(parts[0]));
        }
        for (int i = 1; o != null && i < parts.length; i++) {
            o = attribute(o, w.id(parts[i]));
        }
        return Optional.ofNullable(o);
    }

    private PyObject attribute(PyObject o, PyStr name) {
        if (o instanceof PyModule m) {
            return m.dict.getStr(w, name);
        }
        if (o instanceof PyType t) {
            return t.lookup(name);
        }
        PyObject own = o instanceof PyInstance && o.type.hasDict ? InstanceDict.get(w, o, name) : null;
        return own != null ? own : o.type.lookup(name);
    }

    private void addKeys(PyDict dict, TreeSet<String> names) {
        dict.forEach((key, value) -> {
            if (key instanceof PyStr s) {
                names.add(s.text());
            }
        });
    }

    private void addAttributes(PyObject o, TreeSet<String> names) {
        if (o instanceof PyModule m) {
            addKeys(m.dict, names);
            return;
        }
        PyType type = o instanceof PyType t ? t : o.type;
        for (PyType t : type.mro) {
            addKeys(t.dict, names);
        }
        InstanceState state = o.instanceState();
        if (state != null && state.dict != null) {
            addKeys(state.dict, names);
        } else if (state != null && state.values != null) {
            for (int i = 0; i < state.values.size(); i++) {
                names.add(o.type.sharedKeys.nameAt(state.values.indexAt(i)).text());
            }
        }
    }

    private String card(String name, PyObject o) {
        StringBuilder b = new StringBuilder();
        b.append("Name:       ").append(name).append("\nType:       ").append(o.type.shortName());
        b.append("\nIdentity:   ").append(o.type.shortName()).append(o.serial > 0 ? "#" + o.serial : " (static)");
        b.append("\nRefcount:   ").append(o.refcnt);
        b.append("\nAddress:    0x").append(Long.toHexString(o.address));
        PyObject doc = o instanceof PyFunction f ? f.doc : o instanceof PyType t && t.dict != null ? t.dict.getStr(w, w.id("__doc__")) : null;
        if (doc instanceof PyStr s) {
            b.append("\nDocstring:  ").append(s.text());
        }
        return b.toString();
    }
}
