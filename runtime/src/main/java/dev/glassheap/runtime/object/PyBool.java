package dev.glassheap.runtime.object;

/** {@code bool}: the two shared ints True and False. */
public final class PyBool extends PyInt {

    PyBool(boolean value) {
        super(value ? 1 : 0);
    }

    /** The slots that differ from {@code int}'s. */
    static void slots(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            GetArgs.noKeywords(w, "bool", kwargs);
            GetArgs.checkPositional(w, "bool", args.items.length, 0, 1);
            return w.bool(args.items.length > 0 && Objects.isTrue(w, args.items[0]));
        };
        s.tpRepr = (w, o) -> w.newRef(w.id(((PyInt) o).value != 0 ? "True" : "False"), Holder.RESULT);
        s.nbAnd = (w, l, r) -> l instanceof PyBool a && r instanceof PyBool b ? w.bool((a.value & b.value) != 0)
            : IntBits.andSlot(w, l, r);
        s.nbOr = (w, l, r) -> l instanceof PyBool a && r instanceof PyBool b ? w.bool((a.value | b.value) != 0)
            : IntBits.orSlot(w, l, r);
        s.nbXor = (w, l, r) -> l instanceof PyBool a && r instanceof PyBool b ? w.bool(a.value != b.value)
            : IntBits.xorSlot(w, l, r);
    }
}
