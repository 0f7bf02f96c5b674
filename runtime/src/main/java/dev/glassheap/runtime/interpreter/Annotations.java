package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.List;

/** SETUP_ANNOTATIONS and the question whether a body needs it. */
final class Annotations {

    private Annotations() {
    }

    /** Whether a module or class body annotates a name, also inside its compound statements. */
    static boolean anyIn(List<Stmt> body) {
        return body.stream().anyMatch(Annotations::anyIn);
    }

    private static boolean anyIn(Stmt stmt) {
        return switch (stmt) {
            case Stmt.AnnAssign a -> true;
            case Stmt.If s -> anyIn(s.body()) || anyIn(s.orelse());
            case Stmt.For s -> anyIn(s.body()) || anyIn(s.orelse());
            case Stmt.While s -> anyIn(s.body()) || anyIn(s.orelse());
            case Stmt.With s -> anyIn(s.body());
            case Stmt.Try s -> anyIn(s.body()) || anyIn(s.orelse()) || anyIn(s.finalbody())
                || s.handlers().stream().anyMatch(h -> anyIn(h.body()));
            default -> false;
        };
    }

    /** Makes {@code __annotations__} in the namespace if it is not there. */
    static final class Setup extends StmtNode {
        private final PyStr name;

        Setup(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        int execute(VirtualFrame frame) {
            mark();
            setup(NameNodes.locals(frame));
            return NORMAL;
        }

        @TruffleBoundary
        private void setup(PyObject namespace) {
            if (Objects.contains(w, namespace, name)) {
                return;
            }
            PyDict dict = PyDict.create(w);
            try {
                Objects.setItem(w, namespace, name, dict);
            } finally {
                w.release(dict, Holder.NATIVE);
            }
        }
    }
}
