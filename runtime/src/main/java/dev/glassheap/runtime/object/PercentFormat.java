package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code format % args} of str and bytes ({@code PyUnicode_Format}, {@code _PyBytes_FormatEx}). */
abstract class PercentFormat {

    final World w;
    final StrWriter out;
    private final int[] format;
    private int at;
    /** The values, or the one value; borrowed unless {@link #argsOwned}. */
    private PyObject args;
    private boolean argsOwned;
    private int argCount;
    private int argIndex;
    /** Where {@code %(name)s} looks, borrowed; null if the arguments are no mapping. */
    private final PyObject mapping;

    // the specification being read
    boolean leftAdjusted;
    boolean plus;
    boolean blank;
    boolean alternate;
    boolean zero;
    long width;
    long precision;
    int code;

    PercentFormat(World w, int[] format, PyObject args) {
        this.w = w;
        this.format = format;
        this.args = args;
        this.out = new StrWriter(w);
        if (args instanceof PyTuple t) {
            argCount = t.items.length;
        } else {
            argCount = -1;
            argIndex = -2;
        }
        mapping = args.type.slots.mpSubscript != null && !(args instanceof PyTuple) && !isText(args) ? args : null;
    }

    /** Whether an object is text of the format's own kind, which is never taken for a mapping. */
    abstract boolean isText(PyObject o);

    /** "string" or "bytes". */
    abstract String kind();

    /** The name of a mapping key. */
    abstract PyObject key(int[] name);

    /** Writes a value by the specification just read; {@code code} is no percent sign. */
    abstract void convert(PyObject value, int index);

    static PyObject strSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyStr s ? new PercentStr(w, StrBuild.toPoints(s), r).run().finishStr() : w.notImplemented();
    }

    private PyStr finishStr() {
        return out.finish();
    }

    @TruffleBoundary
    final PercentFormat run() {
        try {
            while (at < format.length) {
                int c = format[at++];
                if (c != '%') {
                    out.append(c);
                } else {
                    specification();
                }
            }
            if (argIndex < argCount && mapping == null) {
                throw Errors.typeError(w, "not all arguments converted during %s formatting", kind());
            }
            return this;
        } catch (PyException e) {
            out.abandon();
            throw e;
        } finally {
            dropArgs();
        }
    }

    private void dropArgs() {
        if (argsOwned) {
            argsOwned = false;
            w.release(args, Holder.NATIVE);
        }
    }

    private PyException incomplete() {
        return Errors.valueError(w, "incomplete format");
    }

    private int next() {
        if (at >= format.length) {
            throw incomplete();
        }
        return format[at++];
    }

    private void specification() {
        leftAdjusted = plus = blank = alternate = zero = false;
        width = precision = -1;
        code = next();
        if (code == '%') {
            out.append('%');
            return;
        }
        if (code == '(') {
            mappingKey();
            code = next();
        }
        flags();
        readWidth();
        readPrecision();
        if (code == 'h' || code == 'l' || code == 'L') {
            code = next();
        }
        if (at == format.length) {
            out.last();
        }
        convert(nextArgument(), at - 1);
        if (mapping != null && argIndex < argCount) {
            throw Errors.typeError(w, "not all arguments converted during %s formatting", kind());
        }
    }

    private void mappingKey() {
        if (mapping == null) {
            throw Errors.typeError(w, "format requires a mapping");
        }
        int start = at;
        int open = 1;
        while (open > 0) {
            if (at >= format.length) {
                throw Errors.valueError(w, "incomplete format key");
            }
            int c = format[at++];
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        PyObject name = key(java.util.Arrays.copyOfRange(format, start, at - 1));
        try {
            dropArgs();
            args = Objects.getItem(w, mapping, name);
            argsOwned = true;
        } finally {
            w.release(name, Holder.NATIVE);
        }
        argCount = -1;
        argIndex = -2;
    }

    private void flags() {
        while (true) {
            switch (code) {
                case '-' -> leftAdjusted = true;
                case '+' -> plus = true;
                case ' ' -> blank = true;
                case '#' -> alternate = true;
                case '0' -> zero = true;
                default -> {
                    return;
                }
            }
            code = next();
        }
    }

    private void readWidth() {
        if (code == '*') {
            width = starred(Long.MAX_VALUE);
            if (width < 0) {
                leftAdjusted = true;
                width = -width;
            }
            code = next();
        } else if (code >= '0' && code <= '9') {
            width = number(Long.MAX_VALUE, "width too big");
        }
    }

    private void readPrecision() {
        if (code != '.') {
            return;
        }
        precision = 0;
        code = next();
        if (code == '*') {
            precision = Math.max(0, starred(Integer.MAX_VALUE));
            code = next();
        } else if (code >= '0' && code <= '9') {
            precision = number(Integer.MAX_VALUE, kind().equals("bytes") ? "prec too big" : "precision too big");
        }
    }

    private long number(long limit, String tooBig) {
        long n = 0;
        while (code >= '0' && code <= '9') {
            if (n > (limit - (code - '0')) / 10) {
                throw Errors.valueError(w, tooBig);
            }
            n = n * 10 + code - '0';
            code = next();
        }
        return n;
    }

    private long starred(long limit) {
        PyObject v = nextArgument();
        if (!(v instanceof PyInt i)) {
            throw Errors.typeError(w, "* wants int");
        }
        if (!i.isSmall() || Math.abs(i.value) > limit) {
            throw Errors.overflowError(w, "Python int too large to convert to C %s", limit == Integer.MAX_VALUE ? "int" : "ssize_t");
        }
        return i.value;
    }

    /** The next value, borrowed. */
    private PyObject nextArgument() {
        if (argIndex < argCount) {
            argIndex++;
            return argCount < 0 ? args : ((PyTuple) args).items[argIndex - 1];
        }
        throw Errors.typeError(w, "not enough arguments for format string");
    }

    // ------------------------------------------------------------------ numbers

    /** {@code mainformatlong} and {@code _PyUnicode_FormatLong}: digits with sign and prefix, at least {@code precision} digits. */
    final String integer(PyObject v) {
        boolean decimal = code != 'o' && code != 'x' && code != 'X';
        PyInt i = toInteger(v, decimal);
        try {
            if (decimal) {
                IntText.checkDigits(w, i);
            }
            int base = decimal ? 10 : code == 'o' ? 8 : 16;
            String digits = i.big == null ? Long.toString(i.value, base) : IntSlices.toText(w, i.big, base);
            boolean negative = digits.charAt(0) == '-';
            digits = negative ? digits.substring(1) : digits;
            if (precision > digits.length()) {
                if (precision > Integer.MAX_VALUE - 3) {
                    throw Errors.overflowError(w, "precision too large");
                }
                StrBuild.charge(w, precision);
                digits = "0".repeat((int) precision - digits.length()) + digits;
            }
            if (code == 'X') {
                digits = digits.toUpperCase(java.util.Locale.ROOT);
            }
            return (negative ? "-" : "") + (alternate && !decimal ? "0" + (char) code : "") + digits;
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    private PyInt toInteger(PyObject v, boolean decimal) {
        if (v instanceof PyInt i) {
            return w.newRef(i, Holder.NATIVE);
        }
        TypeSlots s = v.type.slots;
        if (s.nbIndex != null || s.nbInt != null || s.nbFloat != null || v instanceof PyComplex) {
            try {
                return decimal ? IntParse.fromObject(w, v) : Numbers.index(w, v);
            } catch (PyException e) {
                if (!e.matches(w.types.exceptions.typeError)) {
                    throw e;
                }
                w.release(e.take(), Holder.EXCEPTION);
            }
        }
        throw Errors.typeError(w, "%%%c format: %s is required, not %s", code, decimal ? "a real number" : "an integer", v.type.name);
    }

    /** {@code formatfloat}. */
    final String floating(PyObject v) {
        double x = FloatParse.asDouble(w, v);
        return FormatFloat.toText(w, x, (char) code, precision < 0 ? 6 : precision, alternate ? FormatFloat.ALT : 0);
    }

    /** Writes a number's text with sign, prefix and filling ({@code unicode_format_arg_output}). */
    final void number(String text) {
        boolean fillZeros = zero;
        int start = 0;
        String sign = "";
        if (text.charAt(0) == '-' || text.charAt(0) == '+') {
            sign = text.substring(0, 1);
            start = 1;
        } else if (plus || blank) {
            sign = plus ? "+" : " ";
        }
        String prefix = "";
        if (alternate && (code == 'x' || code == 'X' || code == 'o')) {
            prefix = text.substring(start, start + 2);
            start += 2;
        }
        long missing = Math.max(0, width - (sign.length() + prefix.length() + text.length() - start));
        if (!fillZeros && !leftAdjusted) {
            out.repeat(' ', missing);
        }
        out.append(sign);
        out.append(prefix);
        if (fillZeros && !leftAdjusted) {
            out.repeat('0', missing);
        }
        out.append(start == 0 ? text : text.substring(start));
        if (leftAdjusted) {
            out.repeat(' ', missing);
        }
    }

    final PyException unsupported(int index) {
        return Errors.valueError(w, "unsupported format character '%c' (0x%x) at index %d", code >= 31 && code <= 126 ? code : '?',
            code, index);
    }
}
