"""Weak references: what may be used without being kept alive.

The references and proxies themselves are native (_weakref). Here are the containers made of them, references to bound
methods, and finalize.
"""

from _weakref import (
    CallableProxyType,
    ProxyType,
    ReferenceType,
    _remove_dead_weakref,
    getweakrefcount,
    getweakrefs,
    proxy,
    ref,
)
from _weakrefset import Guard as _Guard, WeakSet

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_MISSING = object()


class WeakMethod(ref):
    """A reference to a bound method that dies with the method's object or function, not with the bound method."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            owner = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def died(which, weak_self=None):
            self = weak_self()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, died)
        self._func_ref = ref(function, died)
        self._meth_type = type(meth)
        self._alive = True
        died.__defaults__ = (ref(self),)
        return self

    def __call__(self):
        owner = super().__call__()
        function = self._func_ref()
        if owner is None or function is None:
            return None
        return self._meth_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is not other
        return ref.__ne__(self, other) or self._func_ref != other._func_ref

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference to a value that knows under which key the value stands."""

    __slots__ = ("key",)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)


def _pairs(other):
    """The (key, value) pairs of a mapping or of an iterable of pairs."""
    return other.items() if hasattr(other, "items") else dict(other).items()


class _WeakDictionary:
    """What both weak dictionaries share; subclasses say what stands in self.data and implement items()."""

    def _commit_removals(self):
        raise NotImplementedError

    def _settle(self):
        if self._pending_removals:
            self._commit_removals()

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __iter__(self):
        return self.keys()

    def __copy__(self):
        return self.copy()

    def clear(self):
        self._settle()
        self.data.clear()

    def update(self, other=None, /, **kwargs):
        self._settle()
        if other is not None:
            for key, value in _pairs(other):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result

    def __eq__(self, other):
        if not isinstance(other, (dict, _WeakDictionary)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None
    __reversed__ = None


class WeakValueDictionary(_WeakDictionary):
    """Entries vanish when their values die."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self._pending_removals = []
        self._guards = 0

        def forget(reference, weak_self=ref(self), remove=_remove_dead_weakref):
            self = weak_self()
            if self is None:
                return
            if self._guards:
                self._pending_removals.append(reference.key)
            else:
                # the key may hold another value by now: only a dead one is removed
                remove(self.data, reference.key)

        self._remove = forget
        self.update(other, **kwargs)

    def _commit_removals(self):
        while self._pending_removals:
            _remove_dead_weakref(self.data, self._pending_removals.pop())

    def __len__(self):
        self._settle()
        return len(self.data) - len(self._pending_removals)

    def __getitem__(self, key):
        self._settle()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._settle()
        del self.data[key]

    def __contains__(self, key):
        self._settle()
        try:
            reference = self.data[key]
        except KeyError:
            return False
        return reference() is not None

    def get(self, key, default=None):
        self._settle()
        try:
            value = self.data[key]()
        except KeyError:
            return default
        return default if value is None else value

    def setdefault(self, key, default=None):
        try:
            value = self.data[key]()
        except KeyError:
            value = None
        if value is None:
            self._settle()
            self.data[key] = KeyedRef(default, self._remove, key)
            return default
        return value

    def pop(self, key, *default):
        self._settle()
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        self._settle()
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def items(self):
        self._settle()
        with _Guard(self):
            for key, reference in self.data.items():
                value = reference()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
        with _Guard(self):
            for key, reference in self.data.items():
                if reference() is not None:
                    yield key

    def values(self):
        self._settle()
        with _Guard(self):
            for reference in self.data.values():
                value = reference()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        self._settle()
        with _Guard(self):
            yield from self.data.values()

    def valuerefs(self):
        """References that need not be alive by the time they are called."""
        self._settle()
        return list(self.data.values())

    def copy(self):
        self._settle()
        result = WeakValueDictionary()
        with _Guard(self):
            for key, value in self.items():
                result[key] = value
        return result

    def __deepcopy__(self, memo):
        from copy import deepcopy
        self._settle()
        result = self.__class__()
        with _Guard(self):
            for key, value in self.items():
                result[deepcopy(key, memo)] = value
        return result


class WeakKeyDictionary(_WeakDictionary):
    """Entries vanish when their keys die."""

    def __init__(self, dict=None):
        self.data = {}
        self._pending_removals = []
        self._guards = 0

        def forget(reference, weak_self=ref(self)):
            self = weak_self()
            if self is None:
                return
            if self._guards:
                self._pending_removals.append(reference)
            else:
                try:
                    del self.data[reference]
                except KeyError:
                    pass

        self._remove = forget
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        while self._pending_removals:
            try:
                del self.data[self._pending_removals.pop()]
            except KeyError:
                pass

    def __len__(self):
        # a noted reference may have been deleted by hand meanwhile
        if self._pending_removals:
            self._pending_removals = [reference for reference in self._pending_removals if reference in self.data]
        return len(self.data) - len(self._pending_removals)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def items(self):
        with _Guard(self):
            for reference, value in self.data.items():
                key = reference()
                if key is not None:
                    yield key, value

    def keys(self):
        with _Guard(self):
            for reference in self.data:
                key = reference()
                if key is not None:
                    yield key

    def values(self):
        with _Guard(self):
            for reference, value in self.data.items():
                if reference() is not None:
                    yield value

    def keyrefs(self):
        """References that need not be alive by the time they are called."""
        return list(self.data)

    def copy(self):
        result = WeakKeyDictionary()
        with _Guard(self):
            for key, value in self.items():
                result[key] = value
        return result

    def __deepcopy__(self, memo):
        from copy import deepcopy
        result = self.__class__()
        with _Guard(self):
            for key, value in self.items():
                result[key] = deepcopy(value, memo)
        return result


class finalize:
    """Calls a function when an object dies, at the latest when the program ends.

    f = finalize(obj, func, *args, **kwargs): f.alive tells whether it is still to come, f() calls it now and returns its
    result, f.detach() calls it off, f.peek() shows it. At the end of the program those with f.atexit true are called,
    newest first.
    """

    __slots__ = ()

    _registry = {}
    _shutdown = False
    _numbers = 0
    _at_exit_is_set = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit_is_set:
            import atexit
            atexit.register(finalize._run_at_exit)
            finalize._at_exit_is_set = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._numbers
        finalize._numbers += 1
        finalize._registry[self] = info

    def __call__(self, _=None):
        """Calls the function unless it was called or called off before."""
        info = finalize._registry.pop(self, None)
        if info and not finalize._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """(obj, func, args, kwargs) if alive, and then no more; else None."""
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        """(obj, func, args, kwargs) if alive, else None."""
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _next_at_exit(cls):
        """The newest that is to run at exit, or None: looked for anew each time, because each may make others."""
        newest = None
        for self, info in cls._registry.items():
            if info.atexit and (newest is None or info.index > cls._registry[newest].index):
                newest = self
        return newest

    @classmethod
    def _run_at_exit(cls):
        import gc
        import sys
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            while True:
                self = finalize._next_at_exit()
                if self is None:
                    break
                try:
                    self()
                except Exception:
                    sys.excepthook(*sys.exc_info())
                finalize._registry.pop(self, None)
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()
