package dev.glassheap.runtime.object;

/**
 * {@code _Py_HashBytes}: SipHash-1-3 (Aumasson and Bernstein) with the key CPython derives from {@code PYTHONHASHSEED}.
 *
 * <p>Seed 0 is the key of zeros; any other seed gives the first 16 bytes of the linear congruential generator
 * {@code x = 214013 x + 2531011 mod 2^32}, of which each step yields bits 16..23.
 */
public final class StrHash {

    private final long k0;
    private final long k1;

    public StrHash(long seed) {
        k0 = seed == 0 ? 0 : key(seed, 0);
        k1 = seed == 0 ? 0 : key(seed, 8);
    }

    private static long key(long seed, int skip) {
        int x = (int) seed;
        long key = 0;
        for (int i = 0; i < skip + 8; i++) {
            x = x * 214013 + 2531011;
            if (i >= skip) {
                key |= (long) (x >>> 16 & 0xFF) << 8 * (i - skip);
            }
        }
        return key;
    }

    /** Hash of a string: of its characters, little-endian in the width of its kind. */
    long of(PyStr s) {
        int n = s.length();
        if (n == 0) {
            return 0;
        }
        Sip sip = new Sip();
        long word = 0;
        int filled = 0;
        int bits = s.kind * 8;
        for (int i = 0; i < n; i++) {
            word |= (long) s.codePointAt(i) << filled;
            filled += bits;
            if (filled == 64) {
                sip.word(word);
                word = 0;
                filled = 0;
            }
        }
        return sip.finish(word, (long) n * s.kind);
    }

    /** Hash of {@code length} bytes. */
    long of(byte[] bytes, int length) {
        if (length == 0) {
            return 0;
        }
        Sip sip = new Sip();
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[i] & 0xFFL) << 8 * (i & 7);
            if ((i & 7) == 7) {
                sip.word(word);
                word = 0;
            }
        }
        return sip.finish(word, length);
    }

    /** The state of one hash: one round for each word of 8 bytes, three at the end. */
    private final class Sip {

        private long v0 = k0 ^ 0x736f6d6570736575L;
        private long v1 = k1 ^ 0x646f72616e646f6dL;
        private long v2 = k0 ^ 0x6c7967656e657261L;
        private long v3 = k1 ^ 0x7465646279746573L;

        void word(long m) {
            v3 ^= m;
            round();
            v0 ^= m;
        }

        long finish(long rest, long length) {
            word(rest | length << 56);
            v2 ^= 0xFF;
            round();
            round();
            round();
            long h = v0 ^ v1 ^ v2 ^ v3;
            return h == -1 ? -2 : h;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
