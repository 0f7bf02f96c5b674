package dev.glassheap.runtime.object;

import java.nio.charset.StandardCharsets;

/** {@code bytes % args} and {@code bytearray % args}. */
final class PercentBytes extends PercentFormat {

    private PercentBytes(World w, int[] format, PyObject args) {
        super(w, format, args);
    }

    static PyObject slot(World w, PyObject l, PyObject r) {
        if (!BytesBuild.isBytesLike(l)) {
            return w.notImplemented();
        }
        byte[] data = BytesBuild.content(l);
        int[] format = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            format[i] = data[i] & 0xFF;
        }
        return BytesBuild.like(w, l, new PercentBytes(w, format, r).run().out.toBytes());
    }

    @Override
    boolean isText(PyObject o) {
        return o instanceof PyStr || BytesBuild.isBytesLike(o);
    }

    @Override
    String kind() {
        return "bytes";
    }

    @Override
    PyObject key(int[] name) {
        byte[] data = new byte[name.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) name[i];
        }
        return PyBytes.of(w, data);
    }

    @Override
    void convert(PyObject value, int index) {
        switch (code) {
            case 'r', 'a' -> {
                PyStr s = StrRepr.ascii(w, value);
                try {
                    text(s.text());
                } finally {
                    w.release(s, Holder.NATIVE);
                }
            }
            case 's', 'b' -> text(bytes(value));
            case 'd', 'i', 'u', 'o', 'x', 'X' -> number(integer(value));
            case 'e', 'E', 'f', 'F', 'g', 'G' -> number(asFloat(value));
            case 'c' -> {
                precision = -1;
                text(String.valueOf((char) character(value)));
            }
            default -> throw unsupported(index);
        }
    }

    private String asFloat(PyObject value) {
        if (value.type.slots.nbFloat == null && value.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "float argument required, not %s", value.type.name);
        }
        return floating(value);
    }

    private void text(String latin1) {
        String shown = precision >= 0 && precision < latin1.length() ? latin1.substring(0, (int) precision) : latin1;
        long missing = Math.max(0, width - shown.length());
        out.repeat(' ', leftAdjusted ? 0 : missing);
        out.append(shown);
        out.repeat(' ', leftAdjusted ? missing : 0);
    }

    /** {@code format_obj}. */
    private String bytes(PyObject value) {
        if (BytesBuild.isBytesLike(value)) {
            return BytesBuild.latin1(value);
        }
        PyObject result = Calls.callSpecial(w, value, "__bytes__");
        if (result == null) {
            throw Errors.typeError(w, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
                value.type.name);
        }
        try {
            if (!(result instanceof PyBytes b)) {
                throw Errors.typeError(w, "__bytes__ returned non-bytes (type %s)", result.type.name);
            }
            return new String(b.data, StandardCharsets.ISO_8859_1);
        } finally {
            w.release(result, Holder.NATIVE);
        }
    }

    private int character(PyObject v) {
        if (BytesBuild.isBytesLike(v) && BytesBuild.length(v) == 1) {
            return BytesBuild.content(v)[0] & 0xFF;
        }
        if (v instanceof PyInt i) {
            if (!i.isSmall() || i.value < 0 || i.value > 255) {
                throw Errors.overflowError(w, "%c arg not in range(256)");
            }
            return (int) i.value;
        }
        throw Errors.typeError(w, "%c requires an integer in range(256) or a single byte");
    }
}
