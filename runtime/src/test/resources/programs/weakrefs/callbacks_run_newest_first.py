import weakref
class A:
    pass
log = []
a = A()
refs = [weakref.ref(a, lambda r, i=i: log.append(i)) for i in range(4)]
plain = weakref.ref(a)
print(weakref.getweakrefcount(a), [refs.index(r) if r in refs and r.__callback__ else 'plain' for r in weakref.getweakrefs(a)] if False else len(weakref.getweakrefs(a)))
# expect: 5 5
print(weakref.getweakrefs(a)[0] is plain, [next(i for i, x in enumerate(refs) if x is r) for r in weakref.getweakrefs(a)[1:]])
# expect: True [3, 2, 1, 0]
del a
print(log, plain(), refs[0](), refs[0].__callback__)
# expect: [3, 2, 1, 0] None None None
a = A()
early = weakref.ref(a, lambda r: log.append('never'))
late = weakref.ref(a, lambda r: log.append('late'))
del early
log.clear()
del a
print(log)
# expect: ['late']
