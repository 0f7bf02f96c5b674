"""Annotations that stay text."""
from __future__ import annotations
import typing as t

a: int = 1
b: t.Optional[list[str]]
c: dict[str, int | None] | tuple[int, ...] = {}
d: (x + y) * z ** -w // (not v) if u else lambda q, /, r=1, *s, k=2, **o: q
e: [i for i in j if i] + {1: 2, **f} and (g, 3) or h < 4 <= 5
f: f'{x!r:>{w}} {{}} {"a"}' 'b' + u'c' + b'\x00' + 1e300 + 1e16 + 0.1 + 3j + 1e999
g: call(*a, b=1, **c)(x for x in y)[1:2, ::3].attr + 1 .real + (-1) ** 2 ** 3
(h): int = 2
obj.attr: undefined


def function(a: x, /, b: y = 1, *c: z, d: "text", **e: w) -> {1, 2}:
    local: never_evaluated = a
    return local


class Class:
    field: Class
    __private: int = 1
    def method(self) -> Class: ...
