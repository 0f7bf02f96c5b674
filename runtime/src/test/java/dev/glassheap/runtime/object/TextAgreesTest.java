package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.PythonOracle.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The methods of str, bytes and bytearray and the codecs do what CPython's do, errors included. */
class TextAgreesTest {

    private static final String[] SEARCHES = {"find", "rfind", "index", "rindex", "count", "startswith", "endswith"};
    private static final String[] CASES = {"lower", "upper", "capitalize", "title", "swapcase", "isascii", "islower", "isupper", "istitle",
        "isspace", "isdigit", "isalpha", "isalnum"};

    private interface Maker {
        Value make(int longest);
    }

    private static Value bound(RandomValues r) {
        return r.one(RandomValues.none(), RandomValues.integer(r.random.nextInt(20) - 10), RandomValues.integer(Long.MAX_VALUE));
    }

    /** The methods that str and bytes share. */
    private static void shared(PythonOracle oracle, RandomValues r, Maker text) {
        Value s = text.make(12);
        Value part = text.make(2);
        Value size = RandomValues.integer(r.random.nextInt(20));
        switch (r.random.nextInt(11)) {
            case 0 -> oracle.method(r.one(SEARCHES), s, part);
            case 1 -> oracle.method(r.one(SEARCHES), s, part, bound(r), bound(r));
            case 2 -> oracle.method(r.one(CASES), s);
            case 3 -> oracle.method(r.one("split", "rsplit"), s, r.one(part, RandomValues.none()), RandomValues.integer(r.random.nextInt(5) - 1));
            case 4 -> oracle.method("splitlines", s, RandomValues.integer(r.random.nextInt(2)));
            case 5 -> oracle.method(r.one("strip", "lstrip", "rstrip"), s, r.one(part, RandomValues.none()));
            case 6 -> oracle.method("replace", s, part, text.make(3), RandomValues.integer(r.random.nextInt(4) - 1));
            case 7 -> oracle.method(r.one("partition", "rpartition", "removeprefix", "removesuffix"), s, part);
            case 8 -> oracle.method(r.one("center", "ljust", "rjust", "zfill"), s, size);
            case 9 -> oracle.method("expandtabs", s, size);
            default -> oracle.method("join", s, RandomValues.tuple(text.make(3), text.make(3), text.make(3)));
        }
    }

    @Test
    void methods_of_str_give_the_same_results_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(1);
        for (int i = 0; i < 4000; i++) {
            String alphabet = r.alphabet();
            Value s = r.text(8, alphabet);
            switch (r.random.nextInt(8)) {
                case 0 -> oracle.method(r.one("casefold", "isdecimal", "isnumeric", "isidentifier", "isprintable"), s);
                case 1 -> oracle.check("hash({0}) and {0}[{1}:{2}]", (w, v) -> {
                    PySlice slice = PySlice.create(w, v[1], v[2], w.singletons.none);
                    try {
                        return Objects.hash(w, v[0]) == 0 ? w.newInt(0) : Objects.getItem(w, v[0], slice);
                    } finally {
                        w.release(slice, Holder.NATIVE);
                    }
                }, s, bound(r), bound(r));
                default -> shared(oracle, r, n -> r.text(n, alphabet));
            }
        }
        oracle.agrees();
    }

    @Test
    void methods_of_bytes_and_bytearray_give_the_same_results_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(2);
        for (int i = 0; i < 3000; i++) {
            byte[] alphabet = r.one("ab", "ab ", "abAB \t\n", "a\u00e9\0", "\r\n\u000b a", "019", "aBc DeF", "+-0", "'\"\\")
                .getBytes(StandardCharsets.ISO_8859_1);
            shared(oracle, r, n -> r.anyBytes(n, alphabet));
        }
        oracle.agrees();
    }

    @Test
    void codecs_give_the_same_results_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(3);
        String[] encodings = {"utf-8", "latin-1", "ascii", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be", "utf-8-sig", "none"};
        String[] handlers = {"strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"};
        byte[][] alphabets = {{'a', (byte) 0xE2, (byte) 0x82, (byte) 0xAC}, {(byte) 0xF0, (byte) 0x9D, (byte) 0x92, (byte) 0xB3, (byte) 0xED,
            (byte) 0xA0, (byte) 0x80, (byte) 0xF4, (byte) 0x90}, {0, (byte) 0xD8, (byte) 0xDC, 'a', (byte) 0xFF, (byte) 0xFE}};
        for (int i = 0; i < 3000; i++) {
            Value encoding = RandomValues.text(r.one(encodings));
            Value handler = RandomValues.text(r.one(handlers));
            if (r.random.nextBoolean()) {
                oracle.method("decode", r.anyBytes(9, r.one(alphabets)), encoding, handler);
            } else {
                oracle.method("encode", r.text(7, r.one("ab", "a\u00e9", "a\u20ac", "a\ud835\udcb3", "\ud800a\udcff", "\udc80\u00e9")), encoding,
                    handler);
            }
        }
        oracle.agrees();
    }
}
