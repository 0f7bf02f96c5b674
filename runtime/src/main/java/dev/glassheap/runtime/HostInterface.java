package dev.glassheap.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.Map;
import java.util.function.Function;

/**
 * What a host that drives notebooks or programs needs beyond {@code Context.eval}: the member {@code __glassheap__} of the
 * language's bindings. Its members are executable; see {@link HostCalls} for what each takes and gives.
 */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class HostInterface implements TruffleObject {

    /** The bindings member under which the host finds this object. */
    static final String MEMBER = "__glassheap__";

    private final Map<String, Function<Object[], Object>> calls;

    HostInterface(HostCalls calls) {
        this.calls = calls.table();
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    Object getMembers(boolean includeInternal) {
        return new Names(calls.keySet().toArray(String[]::new));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return calls.containsKey(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        Function<Object[], Object> call = calls.get(member);
        if (call == null) {
            throw UnknownIdentifierException.create(member);
        }
        return new Call(call);
    }

    /** One executable member. */
    @ExportLibrary(InteropLibrary.class)
    static final class Call implements TruffleObject {
        private final Function<Object[], Object> body;

        Call(Function<Object[], Object> body) {
            this.body = body;
        }

        @ExportMessage
        boolean isExecutable() {
            return true;
        }

        @ExportMessage
        @TruffleBoundary
        Object execute(Object[] arguments) {
            return body.apply(arguments);
        }
    }

    /** A list of names for the host. */
    @ExportLibrary(InteropLibrary.class)
    static final class Names implements TruffleObject {
        private final String[] names;

        Names(String[] names) {
            this.names = names;
        }

        @ExportMessage
        boolean hasArrayElements() {
            return true;
        }

        @ExportMessage
        long getArraySize() {
            return names.length;
        }

        @ExportMessage
        boolean isArrayElementReadable(long index) {
            return index >= 0 && index < names.length;
        }

        @ExportMessage
        Object readArrayElement(long index) throws com.oracle.truffle.api.interop.InvalidArrayIndexException {
            if (!isArrayElementReadable(index)) {
                throw com.oracle.truffle.api.interop.InvalidArrayIndexException.create(index);
            }
            return names[(int) index];
        }
    }
}
