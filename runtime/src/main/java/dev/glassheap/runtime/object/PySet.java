package dev.glassheap.runtime.object;

public class PySet extends PyObject { public static PySet create(World w) { throw new AssertionError(); } public static PySet frozen(World w, PyObject[] stolen) { throw new AssertionError(); } public void add(World w, PyObject o) { } public void update(World w, PyObject o) { } }
