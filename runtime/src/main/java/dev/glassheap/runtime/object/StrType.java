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
        b.ready();
        PyStrIterator.define(w, w.types.strIteratorType);
        PyStrIterator.define(w, w.types.strAsciiIteratorType);
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
