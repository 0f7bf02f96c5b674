package dev.glassheap.runtime.object;

/** {@code str % args}. */
final class PercentStr extends PercentFormat {

    PercentStr(World w, int[] format, PyObject args) {
        super(w, format, args);
    }

    @Override
    boolean isText(PyObject o) {
        return o instanceof PyStr;
    }

    @Override
    String kind() {
        return "string";
    }

    @Override
    PyObject key(int[] name) {
        return StrBuild.ofPoints(w, name, 0, name.length);
    }

    @Override
    void convert(PyObject value, int index) {
        switch (code) {
            case 's', 'r', 'a' -> text(value);
            case 'd', 'i', 'u', 'o', 'x', 'X' -> number(integer(value));
            case 'e', 'E', 'f', 'F', 'g', 'G' -> number(floating(value));
            case 'c' -> pad(new int[] {character(value)}, 1);
            default -> throw unsupported(index);
        }
    }

    private void text(PyObject value) {
        PyStr s = code == 's' ? Objects.str(w, value) : code == 'r' ? Objects.repr(w, value) : StrRepr.ascii(w, value);
        try {
            long length = precision >= 0 ? Math.min(precision, s.length()) : s.length();
            long missing = Math.max(0, width - length);
            if (missing == 0 && length == s.length()) {
                out.append(s);
                return;
            }
            out.repeat(' ', leftAdjusted ? 0 : missing);
            out.append(s, 0, (int) length);
            out.repeat(' ', leftAdjusted ? missing : 0);
        } finally {
            w.release(s, Holder.NATIVE);
        }
    }

    private void pad(int[] points, int length) {
        long missing = Math.max(0, width - length);
        out.repeat(' ', leftAdjusted ? 0 : missing);
        for (int i = 0; i < length; i++) {
            out.append(points[i]);
        }
        out.repeat(' ', leftAdjusted ? missing : 0);
    }

    /** {@code formatchar}. */
    private int character(PyObject v) {
        if (v instanceof PyStr s) {
            if (s.length() == 1) {
                return s.codePointAt(0);
            }
        } else if (v.type.slots.nbIndex != null) {
            PyInt i = Numbers.index(w, v);
            try {
                if (!i.isSmall() || i.value < 0 || i.value > 0x10FFFF) {
                    throw Errors.overflowError(w, "%c arg not in range(0x110000)");
                }
                return (int) i.value;
            } finally {
                w.release(i, Holder.NATIVE);
            }
        }
        throw Errors.typeError(w, "%c requires int or char");
    }
}
