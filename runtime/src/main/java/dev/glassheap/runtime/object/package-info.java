/**
 * The object model: what CPython keeps in {@code Objects/} and {@code Include/cpython/object.h}.
 *
 * <p>Read in this order: {@link dev.glassheap.runtime.object.PyObject} (the header),
 * {@link dev.glassheap.runtime.object.World} (one guest world; the only place that changes a reference count),
 * {@link dev.glassheap.runtime.object.PyType} and {@link dev.glassheap.runtime.object.Slots} (type slots), then one family
 * per file. Declares the two interfaces it needs from above: {@link dev.glassheap.runtime.object.Collector} and
 * {@link dev.glassheap.runtime.object.GuestCalls}.
 *
 * <h2>Containers</h2>
 * A family is a class with the layout and what native code may do with it ({@code PyList}, {@code PyTuple}, {@code PyDict},
 * {@code PySet}, {@code PyRange}), a {@code ...Type} that fills the slots, and where there are many a {@code ...Methods}. Of
 * dicts: {@code DictKeys} is the hash table, {@code SharedKeys} and {@code DictValues} its two halves when the instances of a
 * class share their keys, {@code InstanceDict} the attributes of an instance before and after it has a real dict.
 *
 * <h2>Ownership</h2>
 * As in CPython's C API: a parameter is <em>borrowed</em> unless its Javadoc says "steals"; a result is a <em>new
 * reference</em> the caller owns unless its Javadoc says "borrowed". {@code null} stands for C's {@code NULL} in exactly
 * three places, each named in {@link dev.glassheap.runtime.object.Slots}: an exhausted iterator, an absent optional
 * argument of a slot, and a missing key of a borrowed dictionary look-up. An error is always a thrown
 * {@link dev.glassheap.runtime.object.PyException}.
 */
package dev.glassheap.runtime.object;
