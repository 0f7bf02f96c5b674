package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesTest {

    private final World w = TestWorld.create();

    /** {@code type(name, bases, namespace)} with a module and the given names. */
    private PyType newClass(String name, PyType[] bases, Object... namespace) {
        PyTuple b = PyTuple.pack(w, bases);
        PyDict d = PyDict.create(w);
        PyStr n = w.str(name);
        try {
            d.setItem(w, w.id("__module__"), w.id("__main__"));
            for (int i = 0; i < namespace.length; i += 2) {
                d.setItem(w, w.id((String) namespace[i]), (PyObject) namespace[i + 1]);
            }
            return (PyType) Calls.call(w, w.types.typeType, n, b, d);
        } finally {
            w.release(n, Holder.NATIVE);
            w.release(b, Holder.NATIVE);
            w.release(d, Holder.NATIVE);
        }
    }

    private String error(Runnable action) {
        try {
            action.run();
        } catch (PyException e) {
            return TestWorld.describe(w, e);
        }
        return fail("nothing was raised");
    }

    @Test
    void definition_asks_the_heap_for_nothing() {
        assertThat(w.heap.allocatedBlocks()).isZero();
    }

    @Test
    void a_plain_class_and_its_instance_have_the_sizes_of_cpython() {
        PyType k = newClass("K", new PyType[0]);
        PyObject o = Calls.call(w, k);
        assertThat(TypeObject.sizeOf(w, k)).isEqualTo(1688);
        assertThat(TypeObject.sizeOf(w, o)).isEqualTo(56);
        assertThat(TypeObject.sizeOf(w, w.types.intType)).isEqualTo(424);
        assertThat(Objects.reprText(w, k)).isEqualTo("<class '__main__.K'>");
        assertThat(Objects.reprText(w, o)).startsWith("<__main__.K object at 0x");
        w.release(o, Holder.NATIVE);
        w.release(k, Holder.NATIVE);
    }

    @Test
    void a_class_with_its_instances_gives_every_block_back() {
        w.release(makeAndDropClass(), Holder.NATIVE);
        w.freeLists.clear(w);
        int before = w.heap.allocatedBlocks();
        for (int i = 0; i < 3; i++) {
            PyType k = newClass("K", new PyType[0], "__slots__", w.id("a"));
            PyObject o = Calls.call(w, k);
            Objects.setAttr(w, o, w.id("a"), w.types.intType);
            w.release(o, Holder.NATIVE);
            dropClass(k);
        }
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before);
    }

    private PyObject makeAndDropClass() {
        PyType k = newClass("K", new PyType[0], "__slots__", w.id("a"));
        dropClass(k);
        return w.none();
    }

    /** A class is part of a cycle with its MRO: clears as the collector does. */
    private void dropClass(PyType k) {
        k.type.slots.tpClear.clear(w, k);
        w.release(k, Holder.NATIVE);
    }

    @Test
    void class_errors_are_cpythons() {
        PyType a = newClass("A", new PyType[0]);
        assertThat(error(() -> newClass("B", new PyType[] {w.types.boolType})))
            .isEqualTo("TypeError: type 'bool' is not an acceptable base type");
        assertThat(error(() -> newClass("B", new PyType[] {w.types.intType, w.types.strType})))
            .isEqualTo("TypeError: multiple bases have instance lay-out conflict");
        assertThat(error(() -> newClass("B", new PyType[] {a, a}))).isEqualTo("TypeError: duplicate base class A");
        assertThat(error(() -> newClass("B", new PyType[] {w.types.objectType, a}))).isEqualTo(
            "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases object, A");
        assertThat(error(() -> newClass("B", new PyType[] {w.types.tupleType}, "__slots__", w.id("a"))))
            .isEqualTo("TypeError: nonempty __slots__ not supported for subtype of 'tuple'");
    }

    @Test
    void argument_errors_of_native_methods_are_cpythons() {
        PyList list = PyList.create(w);
        List<String> messages = new ArrayList<>();
        messages.add(error(() -> Calls.callMethod(w, list, "__len__", list)));
        messages.add(error(() -> Calls.call(w, w.types.objectType, list)));
        messages.add(error(() -> Objects.getAttr(w, w.types.intType, "nope")));
        messages.add(error(() -> Objects.setAttr(w, w.types.intType, w.id("x"), list)));
        assertThat(messages).containsExactly("TypeError: expected 0 arguments, got 1", "TypeError: object() takes no arguments",
            "AttributeError: type object 'int' has no attribute 'nope'",
            "TypeError: cannot set 'x' attribute of immutable type 'int'");
        w.release(list, Holder.NATIVE);
    }

    @Test
    void the_dict_of_int_has_cpythons_names_in_order() {
        List<String> names = new ArrayList<>();
        w.types.intType.dict.forEach((k, v) -> names.add(k.toString()));
        assertThat(names).startsWith("__new__", "__repr__", "__hash__", "__lt__", "__le__", "__eq__");
    }
}
