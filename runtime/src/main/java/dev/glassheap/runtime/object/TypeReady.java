package dev.glassheap.runtime.object;

/** {@code PyType_Ready}: dict, MRO, slot wrappers and slot inheritance of a static type. */
final class TypeReady {

    private TypeReady() {
    }

    static void ready(TypeBuilder b) {
        throw new AssertionError("not written yet");
    }
}
