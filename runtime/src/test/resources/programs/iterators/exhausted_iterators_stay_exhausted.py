def twice(it):
    return list(it), list(it)
print(twice(iter([1])), twice(iter((1,))), twice(iter({1: 2})), twice(iter({1})), twice(iter(range(1))), twice(iter('a')))
# expect: ([1], []) ([1], []) ([1], []) ([1], []) ([0], []) (['a'], [])
print(twice(zip([1], [2])), twice(map(str, [1])), twice(filter(None, [1])), twice(enumerate([1])), twice(reversed([1])))
# expect: ([(1, 2)], []) (['1'], []) ([1], []) ([(0, 1)], []) ([1], [])
class Once:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise StopIteration
        return self.n
print(list(zip(Once(), 'abc')), list(map(lambda x: x, Once())), list(filter(None, Once())), list(enumerate(Once())))
# expect: [(1, 'a')] [1] [1] [(0, 1)]
def boom():
    yield 1
    raise ValueError('boom')
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(lambda: list(boom())), attempt(lambda: tuple(boom())), attempt(lambda: set(boom())), attempt(lambda: dict.fromkeys(boom())), attempt(lambda: [*boom()]), attempt(lambda: list(zip(boom(), 'ab'))), attempt(lambda: sorted(boom())))
# expect: ValueError: boom ValueError: boom ValueError: boom ValueError: boom ValueError: boom ValueError: boom ValueError: boom
l = [0]
print(attempt(lambda: l.extend(boom())), l)
# expect: ValueError: boom [0, 1]
class Hint:
    def __init__(self, h):
        self.h = h
    def __iter__(self):
        return iter('abc')
    def __length_hint__(self):
        if isinstance(self.h, Exception):
            raise self.h
        return self.h
print(list(Hint(100)), list(Hint(0)), list(Hint(NotImplemented)), attempt(lambda: list(Hint(-1))), attempt(lambda: list(Hint('a'))), attempt(lambda: list(Hint(ValueError('h')))), list(Hint(TypeError('t'))))
# expect: ['a', 'b', 'c'] ['a', 'b', 'c'] ['a', 'b', 'c'] ValueError: __length_hint__() should return >= 0 TypeError: __length_hint__ must be an integer, not str ValueError: h ['a', 'b', 'c']
