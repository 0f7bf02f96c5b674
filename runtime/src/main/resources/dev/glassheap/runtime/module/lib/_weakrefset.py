"""WeakSet: a set that does not keep its elements alive."""

from _weakref import ref

__all__ = ["WeakSet"]


class Guard:
    """While one is entered, the container only notes what has died; the last to leave removes it."""

    __slots__ = ("container",)

    def __init__(self, container):
        self.container = container

    def __enter__(self):
        self.container._guards += 1

    def __exit__(self, *error):
        container = self.container
        container._guards -= 1
        if not container._guards:
            container._commit_removals()


class WeakSet:

    def __init__(self, data=None):
        self.data = set()
        self._pending_removals = []
        self._guards = 0

        def forget(reference, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._guards:
                self._pending_removals.append(reference)
            else:
                self.data.discard(reference)

        self._remove = forget
        if data is not None:
            self.update(data)

    def _commit_removals(self):
        while self._pending_removals:
            self.data.discard(self._pending_removals.pop())

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __iter__(self):
        with Guard(self):
            for reference in self.data:
                element = reference()
                if element is not None:
                    yield element

    def __len__(self):
        return len(self.data) - len(self._pending_removals)

    def __contains__(self, element):
        try:
            reference = ref(element)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), getattr(self, "__dict__", None)

    def __repr__(self):
        return repr(self.data)

    # one element

    def add(self, element):
        self._settle()
        self.data.add(ref(element, self._remove))

    def remove(self, element):
        self._settle()
        self.data.remove(ref(element))

    def discard(self, element):
        self._settle()
        self.data.discard(ref(element))

    def pop(self):
        self._settle()
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            element = reference()
            if element is not None:
                return element

    def clear(self):
        self._settle()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    # sets as a whole

    def update(self, other):
        self._settle()
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    def _with(self, elements):
        return self.__class__(elements)

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(element) for element in other)
        return self

    def intersection(self, other):
        return self._with(element for element in other if element in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self._settle()
        self.data.intersection_update(ref(element) for element in other)
        return self

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        self._settle()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(element, self._remove) for element in other)
        return self

    def union(self, other):
        return self._with(element for each in (self, other) for element in each)

    __or__ = union

    def issubset(self, other):
        return self.data.issubset(ref(element) for element in other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(ref(element) for element in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0
