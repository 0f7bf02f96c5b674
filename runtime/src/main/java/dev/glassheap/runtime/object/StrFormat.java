package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code str.format} and {@code str.format_map} ({@code Objects/stringlib/unicode_format.h}). */
final class StrFormat {

    /** Fields may stand in format specifications, but no deeper. */
    private static final int DEPTH = 2;

    private enum Numbering { UNDECIDED, AUTOMATIC, MANUAL }

    private final World w;
    /** Positional arguments, borrowed; null for {@code format_map}. */
    private final PyObject[] args;
    /** Where named fields are looked up, borrowed; null for none. */
    private final PyObject names;
    private Numbering numbering = Numbering.UNDECIDED;
    private int nextIndex;

    private StrFormat(World w, PyObject[] args, PyObject names) {
        this.w = w;
        this.args = args;
        this.names = names;
    }

    static void define(TypeBuilder b) {
        b.method("format", new NativeCode.VarArgs((w, s, args, kwargs) -> new StrFormat(w, args.items, kwargs).build((PyStr) s)));
        b.oneArg("format_map", (w, s, mapping) -> new StrFormat(w, null, mapping).build((PyStr) s));
    }

    @TruffleBoundary
    private PyStr build(PyStr format) {
        return build(format, 0, format.length(), DEPTH);
    }

    private PyException error(String message) {
        return Errors.valueError(w, message);
    }

    /** {@code build_string}: renders the part {@code from..to-1} of a format. */
    private PyStr build(PyStr format, int from, int to, int depth) {
        if (depth <= 0) {
            throw error("Max string recursion exceeded");
        }
        StrWriter out = new StrWriter(w);
        try {
            int at = from;
            while (at < to) {
                at = piece(format, at, to, depth, out);
            }
            return out.finish();
        } catch (PyException e) {
            out.abandon();
            throw e;
        }
    }

    /** {@code MarkupIterator_next}: literal text up to a brace and the field there; the index behind it. */
    private int piece(PyStr format, int from, int to, int depth, StrWriter out) {
        int at = from;
        int c = 0;
        while (at < to && c != '{' && c != '}') {
            c = format.codePointAt(at++);
        }
        boolean brace = c == '{' || c == '}';
        boolean doubled = brace && at < to && format.codePointAt(at) == c;
        if (brace && !doubled && (c == '}' || at >= to)) {
            throw error("Single '" + (char) c + "' encountered in format string");
        }
        int literalEnd = brace && !doubled ? at - 1 : at;
        at += doubled ? 1 : 0;
        if (literalEnd > from) {
            if (!(brace && !doubled) && at >= to) {
                out.last();
            }
            PyStr literal = StrBuild.substring(w, format, from, literalEnd);
            out.append(literal);
            w.release(literal, Holder.NATIVE);
        }
        return brace && !doubled ? field(format, at, to, depth, out) : at;
    }

    /** {@code parse_field} and {@code output_markup}: a field whose opening brace has been read. */
    private int field(PyStr format, int from, int to, int depth, StrWriter out) {
        int at = from;
        int c = 0;
        scan:
        while (at < to) {
            c = format.codePointAt(at++);
            switch (c) {
                case '{' -> throw error("unexpected '{' in field name");
                case '[' -> {
                    while (at < to && format.codePointAt(at) != ']') {
                        at++;
                    }
                }
                case '}', ':', '!' -> {
                    break scan;
                }
                default -> {
                }
            }
        }
        if (c != '}' && c != ':' && c != '!') {
            throw error("expected '}' before end of string");
        }
        int nameEnd = at - 1;
        int conversion = 0;
        if (c == '!') {
            if (at >= to) {
                throw error("end of string while looking for conversion specifier");
            }
            conversion = format.codePointAt(at++);
            if (at < to) {
                c = format.codePointAt(at++);
                if (c != '}' && c != ':') {
                    throw error("expected ':' after conversion specifier");
                }
            }
        }
        int specStart = at;
        if (c != '}') {
            at = specificationEnd(format, at, to);
        }
        if (at >= to) {
            out.last();
        }
        render(format, from, nameEnd, conversion, specStart, c == '}' ? specStart : at - 1, depth, out);
        return at;
    }

    /** The index behind the brace that closes the field. */
    private int specificationEnd(PyStr format, int from, int to) {
        int open = 1;
        for (int at = from; at < to; at++) {
            int c = format.codePointAt(at);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return at + 1;
            }
        }
        throw error("unmatched '{' in format spec");
    }

    private void render(PyStr format, int nameStart, int nameEnd, int conversion, int specStart, int specEnd, int depth, StrWriter out) {
        PyObject value = object(format, nameStart, nameEnd);
        PyStr spec = null;
        try {
            if (conversion != 0) {
                PyObject converted = convert(value, conversion);
                w.release(value, Holder.NATIVE);
                value = converted;
            }
            boolean nested = StrFind.indexOf(format, '{', specStart, specEnd) >= 0;
            spec = nested ? build(format, specStart, specEnd, depth - 1) : StrBuild.substring(w, format, specStart, specEnd);
            PyStr text = formatted(value, spec);
            out.append(text);
            w.release(text, Holder.NATIVE);
        } finally {
            w.releaseOrNull(spec, Holder.NATIVE);
            w.release(value, Holder.NATIVE);
        }
    }

    /** {@code render_field}: exact built-in types without a call. */
    private PyStr formatted(PyObject value, PyStr spec) {
        Types t = w.types;
        if (value.type == t.strType) {
            return (PyStr) Formatting.formatStr(w, value, spec);
        }
        if (value.type == t.intType) {
            return (PyStr) Formatting.formatInt(w, value, spec);
        }
        if (value.type == t.floatType) {
            return (PyStr) Formatting.formatFloat(w, value, spec);
        }
        return value.type == t.complexType ? (PyStr) Formatting.formatComplex(w, value, spec) : Formatting.format(w, value, spec);
    }

    private PyObject convert(PyObject value, int conversion) {
        return switch (conversion) {
            case 'r' -> Objects.repr(w, value);
            case 's' -> Objects.str(w, value);
            case 'a' -> StrRepr.ascii(w, value);
            default -> throw Errors.valueError(w, "Unknown conversion specifier %s",
                conversion > 32 && conversion < 127 ? String.valueOf((char) conversion) : "\\x" + Integer.toHexString(conversion));
        };
    }

    // ------------------------------------------------------------------ the object of a field

    /** {@code get_field_object}: first name or index, then attributes and items; a new reference. */
    private PyObject object(PyStr format, int from, int to) {
        int at = from;
        while (at < to && format.codePointAt(at) != '.' && format.codePointAt(at) != '[') {
            at++;
        }
        PyObject value = first(format, from, at);
        try {
            while (at < to) {
                int c = format.codePointAt(at++);
                int end = at;
                if (c == '.') {
                    while (end < to && format.codePointAt(end) != '.' && format.codePointAt(end) != '[') {
                        end++;
                    }
                } else if (c == '[') {
                    while (end < to && format.codePointAt(end) != ']') {
                        end++;
                    }
                    if (end == to) {
                        throw error("Missing ']' in format string");
                    }
                } else {
                    throw error("Only '.' or '[' may follow ']' in format field specifier");
                }
                long index = c == '[' ? integer(format, at, end) : -1;
                if (end == at) {
                    throw error("Empty attribute in format string");
                }
                PyObject next = c == '[' && index >= 0 ? indexed(value, index) : named(value, format, at, end, c == '.');
                w.release(value, Holder.NATIVE);
                value = next;
                at = c == '[' ? end + 1 : end;
            }
            return value;
        } catch (PyException e) {
            w.release(value, Holder.NATIVE);
            throw e;
        }
    }

    private PyObject first(PyStr format, int from, int to) {
        long index = integer(format, from, to);
        boolean empty = from == to;
        if (args != null && (empty || index >= 0)) {
            Numbering wanted = empty ? Numbering.AUTOMATIC : Numbering.MANUAL;
            if (numbering != Numbering.UNDECIDED && numbering != wanted) {
                throw error(empty ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field specification");
            }
            numbering = wanted;
            index = empty ? nextIndex++ : index;
        }
        if (empty || index >= 0) {
            if (args == null) {
                throw error("Format string contains positional fields");
            }
            if (index >= args.length) {
                throw Errors.indexError(w, "Replacement index %d out of range for positional args tuple", index);
            }
            return w.newRef(args[(int) index], Holder.NATIVE);
        }
        PyStr name = StrBuild.substring(w, format, from, to);
        try {
            if (names == null) {
                throw Errors.keyError(w, name);
            }
            return Objects.getItem(w, names, name);
        } finally {
            w.release(name, Holder.NATIVE);
        }
    }

    private PyObject named(PyObject value, PyStr format, int from, int to, boolean attribute) {
        PyStr name = StrBuild.substring(w, format, from, to);
        try {
            return attribute ? Objects.getAttr(w, value, name) : Objects.getItem(w, value, name);
        } finally {
            w.release(name, Holder.NATIVE);
        }
    }

    private PyObject indexed(PyObject value, long index) {
        if (value.type.slots.sqItem != null && !(value instanceof PyDict)) {
            return Objects.sequenceItem(w, value, index);
        }
        PyInt key = w.newInt(index);
        try {
            return Objects.getItem(w, value, key);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    /** {@code get_integer}: the value of a run of decimals, -1 for anything else. */
    private long integer(PyStr format, int from, int to) {
        long n = from == to ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = StrChars.decimal(format.codePointAt(i));
            if (digit < 0) {
                return -1;
            }
            if (n > (Long.MAX_VALUE - digit) / 10) {
                throw error("Too many decimal digits in format string");
            }
            n = n * 10 + digit;
        }
        return n;
    }
}
