package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.InitProc;
import java.util.function.Consumer;

/**
 * The built-in exception types below BaseException: their further fields, sizes, constructors and texts. Constants name the
 * index in {@link PyBaseException#fields}.
 */
final class ExceptionLayouts {

    static final int STOP_VALUE = 0;
    static final int EXIT_CODE = 0;
    static final int NAME_NAME = 0;
    static final int ATTRIBUTE_OBJ = 0, ATTRIBUTE_NAME = 1;
    static final int IMPORT_MSG = 0, IMPORT_NAME = 1, IMPORT_PATH = 2;

    private final World w;
    private final ExceptionTypes t;

    private ExceptionLayouts(World w) {
        this.w = w;
        this.t = w.types.exceptions;
    }

    static void define(World w) {
        BaseExceptionType.define(w);
        ExceptionLayouts all = new ExceptionLayouts(w);
        all.roots();
        all.errors();
        all.warnings();
        OsErrors.define(w);
        SyntaxErrors.define(w);
        UnicodeErrors.define(w);
        ExceptionGroups.define(w);
        w.types.exceptions.memoryErrors.fill(w);
    }

    private void simple(PyType type, PyType base) {
        new TypeBuilder(w, type, base).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
    }

    /** A type with further fields that the guest may set, null reading as None. */
    static TypeBuilder withFields(World w, PyType type, PyType base, int bytes, InitProc init, String... names) {
        TypeBuilder b = new TypeBuilder(w, type, base).size(bytes, 0).flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(BaseExceptionType.factory(names.length)).slots(s -> s.tpInit = init);
        for (int i = 0; i < names.length; i++) {
            int index = i;
            b.member(names[i], (world, self) -> Descriptors.orNone(world, ((PyBaseException) self).fields[index]),
                (world, d, self, value) -> ((PyBaseException) self).setField(world, index, value));
        }
        return b;
    }

    private void withFields(PyType type, PyType base, int bytes, InitProc init, Consumer<TypeSlots> slots, String... names) {
        withFields(w, type, base, bytes, init, names).slots(slots).ready();
    }

    private void roots() {
        withFields(t.systemExit, t.baseException, 80, ExceptionLayouts::initExit, s -> { }, "code");
        simple(t.keyboardInterrupt, t.baseException);
        simple(t.generatorExit, t.baseException);
        simple(t.exception, t.baseException);
        withFields(t.stopIteration, t.exception, 80, (world, self, args, kwargs) -> {
            BaseExceptionType.init(world, self, args, kwargs);
            ((PyBaseException) self).setField(world, STOP_VALUE, args.items.length > 0 ? args.items[0] : world.singletons.none);
        }, s -> { }, "value");
        simple(t.stopAsyncIteration, t.exception);
    }

    private void errors() {
        simple(t.arithmeticError, t.exception);
        simple(t.floatingPointError, t.arithmeticError);
        simple(t.overflowError, t.arithmeticError);
        simple(t.zeroDivisionError, t.arithmeticError);
        simple(t.assertionError, t.exception);
        withFields(t.attributeError, t.exception, 88, initWithKeywords("AttributeError", ATTRIBUTE_OBJ, ATTRIBUTE_NAME, "obj", "name"),
            s -> { }, "obj", "name");
        simple(t.bufferError, t.exception);
        simple(t.eofError, t.exception);
        withFields(t.importError, t.exception, 96, ExceptionLayouts::initImport, s -> s.tpStr = ExceptionLayouts::importText,
            "msg", "name", "path");
        simple(t.moduleNotFoundError, t.importError);
        simple(t.lookupError, t.exception);
        simple(t.indexError, t.lookupError);
        new TypeBuilder(w, t.keyError, t.lookupError).flags(PyType.BASETYPE | PyType.HAVE_GC)
            .slots(s -> s.tpStr = ExceptionLayouts::keyText).ready();
        new TypeBuilder(w, t.memoryError, t.exception).flags(PyType.BASETYPE | PyType.HAVE_GC).slots(s -> {
            s.tpNew = t.memoryErrors::create;
            s.tpDealloc = t.memoryErrors::dealloc;
        }).ready();
        withFields(t.nameError, t.exception, 80, initWithKeywords("NameError", NAME_NAME, NAME_NAME, "name", "name"), s -> { }, "name");
        simple(t.unboundLocalError, t.nameError);
        simple(t.referenceError, t.exception);
        simple(t.runtimeError, t.exception);
        simple(t.notImplementedError, t.runtimeError);
        simple(t.recursionError, t.runtimeError);
        simple(t.systemError, t.exception);
        simple(t.typeError, t.exception);
        simple(t.valueError, t.exception);
    }

    private void warnings() {
        simple(t.warning, t.exception);
        for (PyType type : new PyType[] {t.bytesWarning, t.deprecationWarning, t.encodingWarning, t.futureWarning, t.importWarning,
            t.pendingDeprecationWarning, t.resourceWarning, t.runtimeWarning, t.syntaxWarning, t.unicodeWarning, t.userWarning}) {
            simple(type, t.warning);
        }
    }

    // ------------------------------------------------------------------ constructors and texts

    private static void initExit(World w, PyObject self, PyTuple args, PyDict kwargs) {
        BaseExceptionType.init(w, self, args, kwargs);
        if (args.items.length > 0) {
            ((PyBaseException) self).setField(w, EXIT_CODE, args.items.length == 1 ? args.items[0] : args);
        }
    }

    /** AttributeError and NameError: positional arguments are the args, two keywords (or one) fill the fields. */
    private static InitProc initWithKeywords(String type, int first, int second, String firstName, String secondName) {
        Signature signature = Signature.of(type, first == second ? "*, " + firstName + "?" : "*, " + secondName + "?, " + firstName + "?");
        return (w, self, args, kwargs) -> {
            PyBaseException e = (PyBaseException) self;
            PyObject[] values = keywords(w, signature, kwargs);
            BaseExceptionType.setArgsTuple(w, e, args);
            if (first == second) {
                e.setField(w, first, values[0]);
            } else {
                e.setField(w, second, values[0]);
                e.setField(w, first, values[1]);
            }
        };
    }

    private static PyObject[] keywords(World w, Signature signature, PyDict kwargs) {
        return kwargs == null ? new PyObject[signature.names().size()]
            : NativeCalls.unpack(w, signature, w.singletons.emptyTuple, kwargs);
    }

    private static final Signature IMPORT = Signature.of("ImportError", "*, name?, path?");

    private static void initImport(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PyBaseException e = (PyBaseException) self;
        PyObject[] values = keywords(w, IMPORT, kwargs);
        BaseExceptionType.setArgsTuple(w, e, args);
        e.setField(w, IMPORT_NAME, values[0]);
        e.setField(w, IMPORT_PATH, values[1]);
        e.setField(w, IMPORT_MSG, args.items.length == 1 ? args.items[0] : null);
    }

    private static PyObject importText(World w, PyObject self) {
        PyObject msg = ((PyBaseException) self).fields[IMPORT_MSG];
        return msg != null && msg.type == w.types.strType ? w.newRef(msg, Holder.RESULT) : BaseExceptionType.str(w, self);
    }

    /** A single key is shown by its repr, so that {@code KeyError('')} shows something. */
    private static PyObject keyText(World w, PyObject self) {
        PyTuple args = ((PyBaseException) self).args;
        return args.items.length == 1 ? Objects.repr(w, args.items[0]) : BaseExceptionType.str(w, self);
    }
}
