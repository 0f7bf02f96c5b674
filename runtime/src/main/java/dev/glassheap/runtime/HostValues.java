package dev.glassheap.runtime;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBool;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import com.oracle.truffle.api.strings.TruffleString;

/** Guest values as the host sees them. */
final class HostValues {

    private HostValues() {
    }

    /**
     * Numbers, strings, booleans and None cross as host values and their guest objects are released; anything else crosses as a
     * {@link GuestReference}. Steals the reference.
     */
    static Object export(World w, PyObject value) {
        Object host = switch (value) {
            case PyBool b -> b.value != 0;
            case PyInt i when i.isSmall() -> i.value;
            case PyFloat f -> f.value;
            case PyStr s -> TruffleString.fromJavaStringUncached(s.text(), TruffleString.Encoding.UTF_16);
            default -> null;
        };
        if (host == null) {
            return new GuestReference(w, value);
        }
        w.release(value, Holder.RESULT);
        return host;
    }
}
