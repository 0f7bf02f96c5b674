package dev.glassheap.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON objects as ordered maps of neutral values. */
final class Json {

    private Json() {}

    /** An object of these names and values, in this order. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The fields with which every report of an error begins. */
    static Map<String, Object> error(String ename, String evalue, List<String> traceback) {
        return object("status", "error", "ename", ename, "evalue", evalue, "traceback", traceback);
    }
}
