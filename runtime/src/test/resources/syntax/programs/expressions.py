value = -x ** -y + ~z * not_a_call(1)
chain = a < b <= c != d is not e not in f in g is h
logic = a and b or not c and (d or e)
bits = a | b ^ c & d << 2 >> 1
arithmetic = a + b - c * d / e // f % g @ h
choice = x if y else z if w else lambda q, *r, s=1, **t: q
called = f(1, *args, key=2, **kwargs)(x for x in y)[0](a, *b, c, d=e, **g, h=i)
attribute = a.b.c().d[1][2, 3][4:5][:, ::6, *seven]
displays = [], (), {}, [1, *a], (1,), {1, 2, *b}, {1: 2, **c, "d": 4}, *e
comprehensions = [x for x in y], {x for x, in y if x if not x}, {k: v for k, v in z for w in k}, [[b for b in a] for a in c]
generator = sum(i * j for i in range(3) for j in [i] if i for k in (j,))
walrus = (n := 10) + f(m := 2, k=(p := 3)) + [q := 4][0]
constants = None, True, False, ..., __debug__
numbers = 0, 1_000, 0xFF, 0o17, 0b101, 1., .5, 1e3, 1_0.0_1e-1_0, 3j, 1e2J, 123456789012345678901234567890
sliced = a[b:], a[:b], a[b:c:d], a[(1, 2)], a[b:c, d]
long_call = function(
    first,
    second=[
        1,
        2,
    ],
).method().other(
    third
)
starred = [*a, *b], f(*a, *b), f(**a, **b), print(*a, sep="")
def yields(): return [(yield), (yield 1, 2)] if 0 else None
many = f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, a)
folded = 1 + 2 * 3, -5, not 0, "a" "b" + "c", (1, 2, (3, "x")), "abc"[1], 2 ** 64, 2 ** 200, 1 << 100, 7 // -2, 7 % -2, -7 // 2
more = 1 / 3, 10 ** 20 / 3, 5.5 % -2, -0.0, 1e308 * 10, 0.1 + 0.2, 3 * "ab", "ab" * 5000, (1,) * 3, 1j * 1j, ~True, True + True
found = x in [1, 2, 3], x not in {1, "a"}, x in [a, b], not x in (1, 2), not x is None
percent = "%s and %r" % (a, b), "%5s|%-5a|%.2s" % (a, b, c), "%d" % (a,), "100%%" % (), "%s" % a
