package dev.glassheap.runtime.object;

/** What the blocks besides an object's own are for: {@code list#12 items}. */
public final class Buffers {

    private Buffers() {
    }

    /** Role of a block at {@code address} whose occupant is {@code owner} and that is not the owner's own. */
    public static String role(PyObject owner, long address) {
        return switch (owner) {
            case PyList l -> "items";
            case PyDict d -> d.split != null && d.split.address == address ? "values" : "keys";
            case PySet s -> "table";
            case PyByteArray b -> "bytes";
            case PyType t -> t.docAddress == address ? "doc" : "keys";
            default -> {
                InstanceState state = owner.instanceState();
                yield state != null && state.values != null && state.values.address == address ? "values" : "buffer";
            }
        };
    }

    /** Whether {@code sys.getsizeof} of the owner counts the block. */
    public static boolean countedByOwner(String role) {
        return !role.equals("values") && !role.equals("doc");
    }
}
