@decorator
@factory.make(1, key=2)
def everything(a, b=1, /, c: int = 2, *args: str, d, e: float = 3.0, **kwargs: dict) -> bool:
    """The docstring."""
    global state
    state = a
    return a


def positional(a, b, /): pass
def keyword(*, a, b=1): return a
def starred(*args: *Types): ...
def empty():
    return
def constant(): return 1, 2
def tail():
    "docstring only"


class Base(object, metaclass=Meta, **options):
    """Doc."""
    attribute: int = 1
    __private = 2

    def method(self, *, __hidden=__private):
        self.__value = super().method()
        return lambda: __class__, __hidden

    @property
    def value(self):
        return self.__value

    class Inner:
        def deep(self):
            return super().deep


class Plain: pass


def outer(p, q):
    r = s = 0
    t = [p for p in q if r]

    def middle():
        nonlocal r
        r += 1

        def inner():
            return s, p, middle
        return inner

    class Local:
        r = r
        def get(self): return r, q
    return middle, Local, {k: r for k in t}, (z := 1), [z := w for w in t]


def generator(n):
    received = yield
    try:
        yield n
    finally:
        yield from received
    return n

numbers = (lambda *, a=1: a), (lambda x, /, *y: (x, y)), (lambda: (yield))
