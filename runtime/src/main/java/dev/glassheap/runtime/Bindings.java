package dev.glassheap.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;

/** The globals of {@code __main__} as {@code Context.getBindings("minipy")} shows them. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("static-method")
final class Bindings implements TruffleObject {

    private final GlassheapContext context;

    private final HostInterface host;

    Bindings(GlassheapContext context, HostInterface host) {
        this.context = context;
        this.host = host;
    }

    private PyObject lookup(String member) {
        return context.modules().main().dict.getStr(context.world(), context.world().id(member));
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return GlassheapLanguage.class;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(boolean includeInternal) {
        return new GuestReference(context.world(),
            dev.glassheap.runtime.object.Calls.callMethod(context.world(), context.modules().main().dict, "keys"));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return member.equals(HostInterface.MEMBER) || lookup(member) != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        if (member.equals(HostInterface.MEMBER)) {
            return host;
        }
        PyObject value = lookup(member);
        if (value == null) {
            throw UnknownIdentifierException.create(member);
        }
        return HostValues.export(context.world(), context.world().newRef(value, Holder.RESULT));
    }

    @ExportMessage
    Object toDisplayString(boolean allowSideEffects) {
        return TruffleString.fromConstant("globals of __main__", TruffleString.Encoding.UTF_16);
    }
}
