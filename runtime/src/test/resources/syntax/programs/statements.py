"""Every kind of simple statement."""
from __future__ import generator_stop
import os
import os.path as p, sys
from math import (floor, ceil as up,)
from . import sibling
from ...far.away import thing as other
from string import *

x = y = 1
a, (b, *c), [d] = 1, (2, 3, 4), [5]
*head, tail = range(4)
x += 1; y -= 2; x *= 3; y /= 4; x //= 5; y %= 6; x **= 2; y <<= 1; x >>= 1; y |= 1; x &= 3; y ^= 2
m @= other
obj.attr[0].name += "s"
obj[1:2, ..., ::3] = None
count: int = 0
ratio: float
(paren): int = 1
obj.field: "text" = 3
obj[key]: list[int]
assert x, f"no {x}"
assert (y)
del x, (y, [a]), obj.attr, obj[1:2]
raise ValueError("bad") from None
raise
pass
global_name = lambda: (yield)
print(1), print(2)
if x: pass; y = 2
