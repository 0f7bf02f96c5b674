package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills a bare static type: layout, slots, methods, members. One call chain per type, in the file of its family.
 *
 * <p>{@link #ready} hands the result to {@link TypeReady}, which makes the dict (with a slot wrapper for every special
 * method a slot provides, as {@code add_operators}), the MRO and the inherited slots.
 */
public final class TypeBuilder {

    /** How a native attribute is found in the type's dict. */
    enum Kind { METHOD, CLASS_METHOD, STATIC_METHOD }

    record Method(Kind kind, String name, NativeCode code, String doc) {
    }

    /** A {@code getset_descriptor}; {@code setter} null for read-only. A getter returns a new reference. */
    record GetSet(String name, Slots.UnaryFunc getter, Slots.DescrSetFunc setter, String doc) {
    }

    record Attribute(String name, java.util.function.Function<World, PyObject> value) {
    }

    final World w;
    final PyType type;
    final List<Method> methods = new ArrayList<>();
    final List<GetSet> getsets = new ArrayList<>();
    /** As getsets, but shown as {@code member_descriptor} ({@code PyMemberDef}). */
    final List<GetSet> members = new ArrayList<>();
    /** All bases, when there are others beside {@code tp_base}. */
    PyType[] bases;
    final List<Attribute> attributes = new ArrayList<>();
    String doc;

    /** @param base null only for {@code object} */
    public TypeBuilder(World w, PyType type, PyType base) {
        this.w = w;
        this.type = type;
        type.base = base;
        type.flags |= PyType.IMMUTABLE;
    }

    /** {@code tp_basicsize} and {@code tp_itemsize}, bytes without pre-header. */
    public TypeBuilder size(int basic, int item) {
        type.basicSize = basic;
        type.itemSize = item;
        return this;
    }

    public TypeBuilder flags(int flags) {
        type.flags |= flags;
        return this;
    }

    public TypeBuilder weakReferenceable() {
        type.hasWeakList = true;
        return this;
    }

    /** Several bases; the first is {@code tp_base}. */
    public TypeBuilder bases(PyType... all) {
        bases = all;
        return this;
    }

    /** Instances have a dict in their layout ({@code tp_dictoffset}); see {@link PyObject#attributeDict}. */
    public TypeBuilder withDict() {
        type.hasDict = true;
        return this;
    }

    /** Makes the Java object for {@code tp_alloc} (also for subclasses written in Python). */
    public TypeBuilder factory(PyType.InstanceFactory factory) {
        type.factory = factory;
        return this;
    }

    public TypeBuilder slots(Consumer<TypeSlots> fill) {
        fill.accept(type.slots);
        return this;
    }

    /** {@code tp_vectorcall} of the type: what {@code T(...)} runs instead of {@code tp_new} and {@code tp_init}. */
    public TypeBuilder construct(Slots.VectorCall call) {
        type.construct = call;
        return this;
    }

    public TypeBuilder doc(String text) {
        doc = text;
        return this;
    }

    public TypeBuilder method(String name, NativeCode code) {
        methods.add(new Method(Kind.METHOD, name, code, ""));
        return this;
    }

    public TypeBuilder noArgs(String name, NativeCode.NoArgsBody body) {
        return method(name, new NativeCode.NoArgs(body));
    }

    public TypeBuilder oneArg(String name, NativeCode.OneArgBody body) {
        return method(name, new NativeCode.OneArg(body));
    }

    /** Positional-only method with {@code min..max} arguments; {@code max} -1 = any number. */
    public TypeBuilder fast(String name, int min, int max, NativeCode.FastBody body) {
        return method(name, new NativeCode.Fast(min, max, body));
    }

    /** Method with named parameters, see {@link Signature}. */
    public TypeBuilder keywords(String name, String parameters, NativeCode.FastBody body) {
        return method(name, new NativeCode.Keywords(Signature.of(name, parameters), body));
    }

    /** {@code METH_CLASS}: self is the class. */
    public TypeBuilder classMethod(String name, NativeCode code) {
        methods.add(new Method(Kind.CLASS_METHOD, name, code, ""));
        return this;
    }

    /** {@code METH_STATIC}: self is the type. */
    public TypeBuilder staticMethod(String name, NativeCode code) {
        methods.add(new Method(Kind.STATIC_METHOD, name, code, ""));
        return this;
    }

    public TypeBuilder getset(String name, Slots.UnaryFunc getter) {
        return getset(name, getter, null);
    }

    public TypeBuilder getset(String name, Slots.UnaryFunc getter, Slots.DescrSetFunc setter) {
        getsets.add(new GetSet(name, getter, setter, ""));
        return this;
    }

    /** A {@code PyMemberDef}: shown as {@code <member 'x' of 'T' objects>}. */
    public TypeBuilder member(String name, Slots.UnaryFunc getter, Slots.DescrSetFunc setter) {
        members.add(new GetSet(name, getter, setter, ""));
        return this;
    }

    /** A plain entry of the type's dict, e.g. {@code __hash__ = None}. The function gives a new reference. */
    public TypeBuilder attribute(String name, java.util.function.Function<World, PyObject> value) {
        attributes.add(new Attribute(name, value));
        return this;
    }

    /** {@code PyType_Ready}. */
    public PyType ready() {
        TypeReady.ready(this);
        return type;
    }
}
