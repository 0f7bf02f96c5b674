package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.PythonOracle.Value;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The format mini-language, {@code str.format} and {@code %} print what CPython prints, errors included. */
class FormatAgreesTest {

    private static String specification(RandomValues r, String types) {
        StringBuilder spec = new StringBuilder();
        if (r.random.nextInt(3) == 0) {
            spec.append(r.one("", "*", "0", " ", "\u00e9", "\ud835\udcb3")).append(r.one("<", ">", "=", "^"));
        }
        spec.append(r.random.nextInt(5) == 0 ? r.one("+", "-", " ") : "").append(r.random.nextInt(10) == 0 ? "z" : "")
            .append(r.random.nextInt(6) == 0 ? "#" : "").append(r.random.nextInt(5) == 0 ? "0" : "")
            .append(r.random.nextBoolean() ? String.valueOf(r.random.nextInt(30)) : "")
            .append(r.random.nextInt(4) == 0 ? r.one(",", "_") : "")
            .append(r.random.nextInt(3) == 0 ? r.one(".0", ".1", ".2", ".6", ".17", ".30", ".") : "");
        return r.random.nextInt(5) == 0 ? spec.toString() : spec.append(types.charAt(r.random.nextInt(types.length()))).toString();
    }

    @Test
    void format_specifications_give_the_same_texts_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(1);
        for (int i = 0; i < 3000; i++) {
            Value value;
            String types;
            switch (r.random.nextInt(4)) {
                case 0 -> {
                    value = r.anyInt();
                    types = "dbxXocnnddfge%s";
                }
                case 1 -> {
                    value = r.text(8, r.alphabet());
                    types = "sssd";
                }
                case 2 -> {
                    Value re = r.anyFloat();
                    Value im = r.anyFloat();
                    value = new Value("complex(" + re.literal() + ", " + im.literal() + ")", w -> complex(w, re, im));
                    types = "feEgGFn%";
                }
                default -> {
                    value = r.anyFloat();
                    types = "feEgGFn%ffggd";
                }
            }
            oracle.check("format({0}, {1})", (w, v) -> Formatting.format(w, v[0], (PyStr) v[1]), value,
                RandomValues.text(specification(r, types)));
        }
        oracle.agrees();
    }

    private static PyObject complex(World w, Value re, Value im) {
        PyFloat real = (PyFloat) re.maker().apply(w);
        PyFloat imag = (PyFloat) im.maker().apply(w);
        PyComplex c = PyComplex.of(w, real.value, imag.value);
        w.release(real, Holder.NATIVE);
        w.release(imag, Holder.NATIVE);
        return c;
    }

    @Test
    void percent_formats_give_the_same_texts_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(2);
        for (int i = 0; i < 3000; i++) {
            StringBuilder format = new StringBuilder();
            for (int n = 1 + r.random.nextInt(6); n > 0; n--) {
                format.append(r.one("%", "%", "(a)", "-", "+", " ", "#", "0", "5", "12", ".", "3", "*", "d", "s", "x", "r", "f", "g", "e", "c",
                    "i", "o", "X", "%d", "%s", "%5.2f", "abc", "%%"));
            }
            Value args = switch (r.random.nextInt(3)) {
                case 0 -> r.anyNumber();
                case 1 -> RandomValues.tuple(r.one(r.anyNumber(), RandomValues.text("a\u00e9")), r.anyInt());
                default -> RandomValues.tuple(r.one(r.anyNumber(), RandomValues.integer(5)));
            };
            oracle.check("{0} % {1}", (w, v) -> Numbers.binary(w, BinaryOp.REMAINDER, v[0], v[1]), RandomValues.text(format.toString()),
                args);
        }
        oracle.agrees();
    }

    @Test
    void replacement_fields_give_the_same_texts_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(3);
        for (int i = 0; i < 2000; i++) {
            StringBuilder format = new StringBuilder();
            for (int n = 1 + r.random.nextInt(6); n > 0; n--) {
                format.append(r.one("{", "}", "{}", "{0}", "{1}", "{:>5}", "{!r}", "!r", ":", ":d", "{0.real}", "{0[0]}", ".", "[", "]", "{{", "}}",
                    "x", "{:{}}", "{5}", "{a}", "!", "{!s:^9}"));
            }
            oracle.method("format", RandomValues.text(format.toString()), r.one(r.anyNumber(), RandomValues.text("a\u00e9")),
                RandomValues.integer(r.random.nextInt(40)), RandomValues.integer(7));
        }
        oracle.agrees();
    }
}
