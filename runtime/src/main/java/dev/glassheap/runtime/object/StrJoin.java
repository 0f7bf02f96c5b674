package dev.glassheap.runtime.object;

public final class StrJoin { private StrJoin() {} public static PyStr concat(World w, PyObject[] strings) { StringBuilder b = new StringBuilder(); for (PyObject s : strings) { b.append(((PyStr) s).text()); } return w.str(b.toString()); } }
