package dev.glassheap.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import java.math.BigInteger;

/**
 * A guest object in the host's hands. It keeps one reference until the context ends: the host cannot say when it is done with a
 * value.
 */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class GuestReference implements TruffleObject {

    private final World w;
    private final PyObject object;

    GuestReference(World w, PyObject object) {
        this.w = w;
        this.object = object;
    }

    @ExportMessage
    boolean isNull() {
        return object == w.singletons.none;
    }

    @ExportMessage
    boolean isNumber() {
        return object instanceof PyInt;
    }

    @ExportMessage
    boolean fitsInBigInteger() {
        return object instanceof PyInt;
    }

    @ExportMessage
    @TruffleBoundary
    BigInteger asBigInteger() throws UnsupportedMessageException {
        if (object instanceof PyInt i) {
            return i.bigValue();
        }
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean fitsInByte() {
        return false;
    }

    @ExportMessage
    boolean fitsInShort() {
        return false;
    }

    @ExportMessage
    boolean fitsInInt() {
        return false;
    }

    @ExportMessage
    boolean fitsInLong() {
        return false;
    }

    @ExportMessage
    boolean fitsInFloat() {
        return false;
    }

    @ExportMessage
    boolean fitsInDouble() {
        return false;
    }

    @ExportMessage
    byte asByte() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    short asShort() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    int asInt() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    long asLong() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    float asFloat() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    double asDouble() throws UnsupportedMessageException {
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    boolean hasArrayElements() {
        return object.type.slots.sqItem != null && object.type.slots.sqLength != null;
    }

    @ExportMessage
    @TruffleBoundary
    long getArraySize() {
        return Objects.length(w, object);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isArrayElementReadable(long index) {
        return hasArrayElements() && index >= 0 && index < getArraySize();
    }

    @ExportMessage
    @TruffleBoundary
    Object readArrayElement(long index) throws InvalidArrayIndexException {
        if (!isArrayElementReadable(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        return HostValues.export(w, Objects.sequenceItem(w, object, index));
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(boolean includeInternal) {
        return HostValues.export(w, Calls.callMethod(w, object, "__dir__"));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        PyObject value = Objects.lookupAttr(w, object, member);
        w.releaseOrNull(value, Holder.NATIVE);
        return value != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        PyObject value = Objects.lookupAttr(w, object, member);
        if (value == null) {
            throw UnknownIdentifierException.create(member);
        }
        return HostValues.export(w, value);
    }

    @ExportMessage
    boolean isExecutable() {
        return object.type.slots.tpCall != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object execute(Object[] arguments) {
        PyObject[] args = new PyObject[arguments.length];
        try {
            for (int i = 0; i < args.length; i++) {
                args[i] = fromHost(arguments[i]);
            }
            return HostValues.export(w, Calls.call(w, object, args, Calls.NO_NAMES));
        } finally {
            for (PyObject arg : args) {
                w.releaseOrNull(arg, Holder.ARGUMENT);
            }
        }
    }

    private PyObject fromHost(Object value) {
        return switch (value) {
            case GuestReference r -> w.newRef(r.object, Holder.ARGUMENT);
            case Boolean b -> w.bool(b);
            case Integer i -> w.newInt(i);
            case Long l -> w.newInt(l);
            case Double d -> w.newFloat(d);
            case Float f -> w.newFloat(f);
            case String s -> w.str(s);
            case com.oracle.truffle.api.strings.TruffleString s -> w.str(s.toJavaStringUncached());
            default -> throw dev.glassheap.runtime.object.Errors.typeError(w, "the host passed a value of a kind that cannot enter the guest");
        };
    }

    @ExportMessage
    @TruffleBoundary
    String toDisplayString(boolean allowSideEffects) {
        PyStr s = Objects.repr(w, object);
        String text = s.text();
        w.release(s, Holder.NATIVE);
        return text;
    }
}
