package dev.glassheap.runtime.object;

import java.nio.charset.StandardCharsets;

/** Short texts of values for pictures, read from Java fields: no guest code runs and nothing is allocated in the heap. */
public final class Previews {

    /** Code points that are rendered of a value; a snapshot keeps 64 characters. */
    private static final int MOST = 70;
    /** Ints beyond are too long to be worth a conversion. */
    private static final int LARGEST_INT_BITS = 220;

    private Previews() {
    }

    /** The value as {@code repr} would begin; the name of what has one; empty for containers and instances. */
    public static String of(PyObject object) {
        return switch (object) {
            case PyBool b -> b.value != 0 ? "True" : "False";
            case PyInt i -> integer(i);
            case PyFloat f -> FloatText.repr(f.value);
            case PyComplex c -> "(" + FloatText.repr(c.real) + (c.imag < 0 ? "-" : "+") + FloatText.repr(Math.abs(c.imag)) + "j)";
            case PyStr s -> quoted(s);
            case PyBytes b -> "b" + quoted(new String(b.data, 0, Math.min(b.data.length, MOST), StandardCharsets.ISO_8859_1));
            case PyTuple t -> tuple(t);
            case PyType t -> t.shortName();
            case PyFunction f -> f.qualname instanceof PyStr q ? q.text() + "()" : "";
            case PyNativeFunction f -> f.name() + "()";
            case PyMethod m -> m.function instanceof PyFunction f && f.qualname instanceof PyStr q ? q.text() + "()" : "";
            case PyCode c -> c.qualname.text();
            case PyDescriptor d -> d.owner.shortName() + "." + d.name.text();
            case PyModule m -> moduleName(m);
            case PyRange r -> "range(" + integer(r.start) + ", " + integer(r.stop)
                + (r.step.bigValue().equals(java.math.BigInteger.ONE) ? "" : ", " + integer(r.step)) + ")";
            default -> singleton(object);
        };
    }

    private static String singleton(PyObject object) {
        return switch (object.type.name) {
            case "NoneType" -> "None";
            case "ellipsis" -> "Ellipsis";
            case "NotImplementedType" -> "NotImplemented";
            default -> "";
        };
    }

    private static String moduleName(PyModule m) {
        if (m.dict == null) {
            return "";
        }
        String[] name = {""};
        m.dict.forEach((key, value) -> {
            if (key instanceof PyStr k && k.text().equals("__name__") && value instanceof PyStr v) {
                name[0] = v.text();
            }
        });
        return name[0];
    }

    private static String integer(PyInt i) {
        if (i.isSmall()) {
            return Long.toString(i.value);
        }
        int bits = i.bigValue().bitLength();
        return bits > LARGEST_INT_BITS ? "an int of " + bits + " bits" : i.bigValue().toString();
    }

    /** Tuples of plain values only: they cannot change. */
    private static String tuple(PyTuple t) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < t.items.length && text.length() < MOST; i++) {
            if (!(t.items[i] instanceof PyInt || t.items[i] instanceof PyStr || t.items[i] instanceof PyFloat)) {
                return "";
            }
            text.append(i == 0 ? "" : ", ").append(of(t.items[i]));
        }
        return text.append(t.items.length == 1 ? ",)" : ")").toString();
    }

    private static String quoted(PyStr s) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(s.length(), MOST); i++) {
            text.appendCodePoint(s.codePointAt(i));
        }
        return quoted(text.toString());
    }

    /** As {@code repr} quotes; what cannot be printed is left to the encoder of the picture. */
    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
    }
}
