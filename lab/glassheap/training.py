# The cells of the AOT cache's training run, each begun by a line of "# %%". They are guest code: they walk through what a first lesson
# uses, so that the classes and profiles of these paths are in the cache. This file is never imported.

# %%
import gc
import sys
import weakref


class Node:
    def __init__(self, name, next=None):
        self.name = name
        self.next = next

    def __repr__(self):
        return f"Node({self.name!r})"


# %%
class Leaf(Node):
    __slots__ = ()

    def depth(self):
        return 1 + (self.next.depth() if self.next else 0)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def counted(limit, *more, step=1, **rest):
    total = 0
    for i in range(0, limit, step):
        total += i
        if i % 2:
            continue
        yield i, total


# %%
def guarded(value):
    try:
        with Guard() as guard:
            return guard.check(value)
    except (ValueError, TypeError) as error:
        return str(error)
    finally:
        gc.get_count()


# %%
class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return False

    def check(self, value):
        if not isinstance(value, int):
            raise TypeError(f"{type(value).__name__} is not a number")
        return 100 // value if value else [][0:1]


# %%
print(fib(18), list(counted(10))[-1], [guarded(value) for value in (5, "five", 0)])
nodes = [Leaf(str(i)) for i in range(200)]
for left, right in zip(nodes, nodes[1:] + nodes[:1]):
    left.next = right
watch = weakref.ref(nodes[0])
print(sys.getrefcount(nodes), sys.getsizeof(nodes), nodes[:2], id(nodes) % 16)
# %%
del nodes, left, right
print(gc.collect(), watch())
# %%
table = {key: value * 2.5 for key, value in enumerate("glassheap") if not isinstance(value, str)}
words = sorted({"pool", "arena", "block"}, key=lambda word: (len(word), word))
print(table, "%s of %d" % (words, len(words)), ", ".join(words).upper(), f"{3.14159:.2f} {255:#x} {10**30}")
text = "".join(chr(97 + i % 26) for i in range(100))
print(text[:10], text.count("a"), text.split("z")[0][::-1])
# %%
import heap

heap.show()
# %%
before = heap.snapshot("before")
words.append([])
# %%
heap.show(words)
# %%
heap.snapshot("after") - before
# %%
1 / 0
