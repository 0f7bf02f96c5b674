package dev.glassheap.runtime.object;

/** Fills {@code str} and its iterators. */
final class StrType {

    private StrType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.strType, w.types.objectType).size(80, 0)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyStr.OfClass() : new PyStr("", (byte) 1, true))
            .slots(StrType::slots);
        StrCase.define(b);
        StrSearch.define(b);
        StrSplit.define(b);
        StrPad.define(b);
        StrTranslate.define(b);
        StrFormat.define(b);
        b.oneArg("__format__", Formatting::formatStr);
        b.keywords("encode", "encoding?, errors?", (world, o, a) -> Codecs.encode(world, (PyStr) o,
            a[0] == null ? "utf-8" : StrArgs.text(world, a[0], "encode() argument 'encoding'").text(),
            a[1] == null ? "strict" : StrArgs.text(world, a[1], "encode() argument 'errors'").text()));
        b.noArgs("__sizeof__", (world, o) -> {
            PyStr s = (PyStr) o;
            return world.newInt(s instanceof PyStr.OfClass ? 80 + (s.length() + 1L) * s.kind : s.byteSize());
        });
        b.noArgs("__getnewargs__", (world, o) -> PyTuple.steal(world, new PyObject[] {StrBuild.copy(world, (PyStr) o)}));
        b.construct(StrType::vectorcall);
        b.ready();
        PyStrIterator.define(w, w.types.strIteratorType);
        PyStrIterator.define(w, w.types.strAsciiIteratorType);
    }

    /** {@code str(x)} needs no args tuple, as in the specialised instruction PRECALL_NO_KW_STR_1. */
    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        return args.length == 1 && kwnames.length == 0 ? Objects.str(w, args[0])
            : NativeCalls.withTuple(w, args, kwnames, (tuple, kwargs) -> StrNew.construct(w, (PyType) type, tuple, kwargs));
    }

    private static void slots(TypeSlots s) {
        s.tpNew = StrNew::construct;
        s.tpDealloc = PyStr::dealloc;
        s.nbRemainder = PercentFormat::strSlot;
        s.tpRepr = StrRepr::repr;
        s.tpStr = StrCore::str;
        s.tpHash = StrCore::hash;
        s.tpRichcompare = StrCore::compare;
        s.tpIter = PyStrIterator::create;
        s.sqLength = StrCore::length;
        s.sqConcat = StrCore::concat;
        s.sqRepeat = StrCore::repeat;
        s.sqItem = StrCore::item;
        s.sqContains = StrCore::contains;
        s.mpLength = StrCore::length;
        s.mpSubscript = StrCore::subscript;
    }
}
