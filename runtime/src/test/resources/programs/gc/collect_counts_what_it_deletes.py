import gc
gc.disable()
gc.collect()
class Node:
    def __init__(self, other=None):
        self.other = other
def collected(make):
    make()
    return gc.collect()
def self_list():
    l = []
    l.append(l)
print(collected(self_list))
# expect: 1
def self_dict():
    d = {}
    d[1] = d
print(collected(self_dict))
# expect: 1
def list_and_tuple():
    l = []
    t = (l,)
    l.append(t)
print(collected(list_and_tuple))
# expect: 2
def self_instance():
    n = Node()
    n.other = n
print(collected(self_instance))
# expect: 1
def instance_with_dict():
    n = Node()
    n.__dict__
    n.other = n
print(collected(instance_with_dict))
# expect: 2
def two_instances():
    a = Node()
    a.other = Node(a)
print(collected(two_instances))
# expect: 2
def closure():
    def f():
        return f
print(collected(closure))
# expect: 3
def set_cycle():
    n = Node()
    n.other = {n}
print(collected(set_cycle))
# expect: 2
def method_cycle():
    n = Node()
    n.other = n.__init__
print(collected(method_cycle))
# expect: 2
def new_class():
    class A:
        pass
print(collected(new_class))
# expect: 6
def new_slotted_class():
    class A:
        __slots__ = ()
print(collected(new_slotted_class))
# expect: 3
def class_with_methods():
    class A:
        def f(self):
            pass
        def g(self):
            pass
print(collected(class_with_methods))
# expect: 8
def function_and_globals():
    d = {}
    exec('def f(): pass', d)
print(collected(function_and_globals))
# expect: 2
def stored_exception():
    try:
        raise ValueError(1)
    except ValueError as e:
        kept = e
print(collected(stored_exception))
# expect: 4
def not_a_cycle():
    return [Node(Node()), ([],)]
print(collected(not_a_cycle))
# expect: 0
print(gc.collect(), gc.garbage)
# expect: 0 []
