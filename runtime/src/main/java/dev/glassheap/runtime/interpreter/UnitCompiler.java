package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.source.SourceSection;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.CodeShape;
import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Mod;
import dev.glassheap.runtime.syntax.Scope;
import dev.glassheap.runtime.syntax.Span;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles one code unit and makes its code object. */
final class UnitCompiler {

    final Compiler compiler;
    final World w;
    final Scope scope;
    final Optional<UnitCompiler> outer;
    final String qualname;
    final String codeName;
    final int firstLine;
    final SlotLayout slots;
    final ExpressionCompiler expressions;
    final StatementCompiler statements;
    final TargetCompiler targets;
    final CodeUnit unit;
    /** Index of each local in {@code localsplus}; other locals get theirs at their first appearance. */
    private final Map<String, Integer> localIndex = new LinkedHashMap<>();
    private final List<String> cellsBesides = new ArrayList<>();
    private final List<String> freeVars;
    private final int localCount;
    /** co_consts and co_names, in order of first use. */
    private final Set<PyObject> constantsUsed = new LinkedHashSet<>();
    private final List<PyCode> ownedCode = new ArrayList<>();
    private final Set<String> namesUsed = new LinkedHashSet<>();

    private UnitCompiler(Compiler compiler, Scope scope, Optional<UnitCompiler> outer, String codeName, String qualname,
        int firstLine, int argCount) {
        this.compiler = compiler;
        this.w = compiler.w;
        this.scope = scope;
        this.outer = outer;
        this.codeName = codeName;
        this.qualname = qualname;
        this.firstLine = firstLine;
        List<String> cellVars = scope.isFunctionLike() ? scope.cellVars() : classCells(scope);
        this.freeVars = scope.kind() == Scope.Kind.MODULE ? List.of() : scope.freeVars();
        scope.parameters().forEach(p -> localIndex.put(p, localIndex.size()));
        this.localCount = scope.isFunctionLike() ? localIndex.size() + scope.otherLocals().size() : 0;
        List<Integer> cellParameters = new ArrayList<>();
        for (String cell : cellVars) {
            if (localIndex.containsKey(cell)) {
                cellParameters.add(SlotLayout.FIRST_LOCAL + localIndex.get(cell));
            } else {
                cellsBesides.add(cell);
            }
        }
        this.slots = new SlotLayout(localCount + cellsBesides.size() + freeVars.size());
        boolean simple = scope.isFunctionLike() && argCount == scope.parameters().size();
        this.unit = new CodeUnit(scope.parameters().size(), localCount, ints(cellParameters), range(localCount, cellsBesides.size()),
            range(localCount + cellsBesides.size(), freeVars.size()), simple, scope.isFunctionLike());
        this.expressions = new ExpressionCompiler(this);
        this.statements = new StatementCompiler(this);
        this.targets = new TargetCompiler(this);
    }

    private static List<String> classCells(Scope scope) {
        return scope.needsClassCell() ? List.of("__class__") : List.of();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] range(int from, int count) {
        int[] slots = new int[count];
        for (int i = 0; i < count; i++) {
            slots[i] = SlotLayout.FIRST_LOCAL + from + i;
        }
        return slots;
    }

    // ------------------------------------------------------------------ slots and constants

    /** Slot of a fast local by its mangled name. */
    int localSlot(String mangled) {
        return SlotLayout.FIRST_LOCAL + localIndex.computeIfAbsent(mangled, n -> localIndex.size());
    }

    /** Slot of the cell of a CELL or FREE name. */
    int cellSlot(String mangled) {
        if (scope.parameters().contains(mangled)) {
            return SlotLayout.FIRST_LOCAL + localIndex.get(mangled);
        }
        int cell = cellsBesides.indexOf(mangled);
        if (cell >= 0) {
            return SlotLayout.FIRST_LOCAL + localCount + cell;
        }
        int free = freeVars.indexOf(mangled);
        if (free < 0) {
            return -1;
        }
        return SlotLayout.FIRST_LOCAL + localCount + cellsBesides.size() + free;
    }

    int site(Span span) {
        return compiler.sites.id(compiler.fileName, codeName, span);
    }

    PyObject constant(ConstantValue value) {
        PyObject o = compiler.constants.of(value);
        constantsUsed.add(o);
        return o;
    }

    /** Takes over a new code object: the constants of this unit own it from {@link #finish} on. */
    void own(PyCode code) {
        constantsUsed.add(code);
        ownedCode.add(code);
    }

    /** The names of a call's keyword arguments are a tuple among the constants. */
    void keep(PyStr[] names) {
        constant(new ConstantValue.TupleValue(java.util.Arrays.stream(names)
            .map(n -> (ConstantValue) ConstantValue.StrValue.of(n.text())).toList()));
    }

    ConstantNode none(int site) {
        return new ConstantNode(w, site, w.singletons.none);
    }

    /** A name of co_names, mangled. */
    PyStr name(String written) {
        String mangled = scope.mangle(written);
        namesUsed.add(mangled);
        return compiler.constants.name(mangled);
    }

    /** Interned text that is no entry of co_names (keywords, local names). */
    PyStr plainName(String text) {
        return compiler.constants.name(text);
    }

    // ------------------------------------------------------------------ units

    static PyCode module(Compiler c, Mod mod, Compiler.Mode mode) {
        UnitCompiler u = new UnitCompiler(c, c.symbols.module(), Optional.empty(), "<module>", "<module>", 1, 0);
        StmtNode body = switch (mod) {
            case Mod.Expression e -> new SimpleStatements.Return(u.w, 0, u.expressions.compile(e.body()));
            case Mod.Module m -> u.moduleBody(m.body(), mode);
            case Mod.Interactive m -> u.moduleBody(m.body(), mode);
        };
        return u.finish(body, 0, 0, 0, 0);
    }

    private StmtNode moduleBody(List<Stmt> body, Compiler.Mode mode) {
        return statements.module(body, mode);
    }

    /** Code of a def; the code object is a new reference. */
    PyCode function(Stmt node, String name, dev.glassheap.runtime.syntax.Arguments args, List<Stmt> body, int line) {
        Scope inner = compiler.symbols.scopeOf(node);
        int argCount = args.posonlyargs().size() + args.args().size();
        UnitCompiler u = new UnitCompiler(compiler, inner, Optional.of(this), name, qualnameOf(name), line, argCount);
        u.constantsUsed.add(u.docstring(body).map(u::constant).orElse(u.w.singletons.none));
        List<Stmt> lifted = inner.isGenerator() ? YieldLifter.lift(u, body) : body;
        StmtNode code = u.statements.functionBody(lifted);
        return u.finish(code, argCount, args.posonlyargs().size(), args.kwonlyargs().size(), PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS);
    }

    PyCode lambda(Expr.Lambda node) {
        Scope inner = compiler.symbols.scopeOf(node);
        var args = node.args();
        int argCount = args.posonlyargs().size() + args.args().size();
        UnitCompiler u = new UnitCompiler(compiler, inner, Optional.of(this), "<lambda>", qualnameOf("<lambda>"), node.span().line(),
            argCount);
        StmtNode code;
        if (inner.isGenerator()) {
            code = u.statements.functionBody(YieldLifter.lift(u, List.of(new Stmt.ExprStmt(node.body(), node.span()))));
        } else {
            code = new SimpleStatements.Return(w, u.site(node.body().span()), u.expressions.compile(node.body()));
        }
        return u.finish(code, argCount, args.posonlyargs().size(), args.kwonlyargs().size(), PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS);
    }

    PyCode classBody(Stmt.ClassDef node, int line) {
        Scope inner = compiler.symbols.scopeOf(node);
        UnitCompiler u = new UnitCompiler(compiler, inner, Optional.of(this), node.name(), qualnameOf(node.name()), line, 0);
        return u.finish(u.statements.classBody(node), 0, 0, 0, 0);
    }

    /** Code of a comprehension or generator expression: one parameter {@code .0}, the outermost iterator. */
    PyCode comprehension(Expr node, String name, Span span, java.util.function.Function<UnitCompiler, StmtNode> body) {
        Scope inner = compiler.symbols.scopeOf(node);
        UnitCompiler u = new UnitCompiler(compiler, inner, Optional.of(this), name, qualnameOf(name), span.line(), 1);
        return u.finish(body.apply(u), 1, 0, 0, PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS);
    }

    /** The docstring of a body, if its first statement is one. */
    Optional<ConstantValue> docstring(List<Stmt> body) {
        if (!body.isEmpty() && body.get(0) instanceof Stmt.ExprStmt(Expr.Constant(ConstantValue.StrValue s, var k, var sp), var span)) {
            return Optional.of(s);
        }
        return Optional.empty();
    }

    private String qualnameOf(String name) {
        if (scope.kind() == Scope.Kind.MODULE) {
            return name;
        }
        if (scope.binding(name) == Scope.Binding.GLOBAL_EXPLICIT && !name.startsWith("<")) {
            return name;
        }
        return qualname + (scope.isFunctionLike() ? ".<locals>." : ".") + name;
    }

    private PyCode finish(StmtNode body, int argCount, int posOnly, int kwOnly, int baseFlags) {
        scope.otherLocals().forEach(this::localSlotIfFunction);
        int flags = baseFlags | flags();
        PyTuple consts = PyTuple.pack(w, constantsUsed.isEmpty() ? new PyObject[] {w.singletons.none}
            : constantsUsed.toArray(PyObject[]::new));
        ownedCode.forEach(inner -> w.release(inner, Holder.CONSTANT));
        PyTuple names = namesTuple(namesUsed);
        PyTuple varNames = namesTuple(scope.isFunctionLike() ? orderedLocals() : List.of());
        PyTuple cellVars = namesTuple(scope.isFunctionLike() ? scope.cellVars() : classCells(scope));
        PyTuple free = namesTuple(freeVars);
        CodeShape shape = compiler.tree.shapeOf(scope);
        int stackSize = shape.stackSize();
        int codeUnits = shape.codeUnits();
        PyCode code = new PyCode(unit, (PyStr) w.newRef(plainName(codeName), Holder.ATTRIBUTE),
            (PyStr) w.newRef(plainName(qualname), Holder.ATTRIBUTE), w.newRef(plainName(compiler.fileName), Holder.ATTRIBUTE),
            firstLine, flags, argCount, posOnly, kwOnly, consts, names, varNames, cellVars, free, stackSize, codeUnits);
        w.allocate(code, w.types.codeType, 184 + 2L * codeUnits);
        unit.code = code;
        unit.temporarySlots = slots.temporaries();
        unit.counterSlots = slots.counters();
        SourceSection section = compiler.source.createUnavailableSection();
        FrameDescriptor frames = slots.build();
        unit.callTarget = scope.isGenerator()
            ? new GeneratorRoots.Maker(compiler.language, w, frames, unit, codeName, body).getCallTarget()
            : new CodeRootNode(compiler.language, w, frames, unit, codeName, section, body).getCallTarget();
        return code;
    }

    private void localSlotIfFunction(String name) {
        if (scope.isFunctionLike()) {
            localSlot(name);
        }
    }

    private int flags() {
        int flags = 0;
        flags |= scope.hasVarArgs() ? PyCode.CO_VARARGS : 0;
        flags |= scope.hasVarKeywords() ? PyCode.CO_VARKEYWORDS : 0;
        flags |= scope.isFunctionLike() && scope.isNested() ? PyCode.CO_NESTED : 0;
        flags |= scope.isGenerator() ? PyCode.CO_GENERATOR : 0;
        return flags;
    }

    private List<String> orderedLocals() {
        List<String> names = new ArrayList<>();
        localIndex.keySet().stream().filter(n -> !cellsBesides.contains(n)).forEach(names::add);
        return names;
    }

    private PyTuple namesTuple(Iterable<String> texts) {
        List<PyObject> names = new ArrayList<>();
        texts.forEach(t -> names.add(plainName(t)));
        return PyTuple.pack(w, names.toArray(PyObject[]::new));
    }
}
