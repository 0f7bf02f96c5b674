package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Compiles scopes to CPython's instructions. This class holds the unit being compiled and emits single instructions; the
 * families of nodes have emitters of their own.
 */
final class CodeEmitter {

    /** CPython builds in steps what would need more stack than this. */
    static final int STACK_USE_GUIDELINE = 30;

    private static final int MAX_FRAME_BLOCKS = 20;

    final SymbolTable table;
    final StatementEmitter statements = new StatementEmitter(this);
    final TryEmitter tries = new TryEmitter(this);
    final DefinitionEmitter definitions = new DefinitionEmitter(this);
    final ExpressionEmitter expressions = new ExpressionEmitter(this);
    final DisplayEmitter displays = new DisplayEmitter(this);
    final CallEmitter calls = new CallEmitter(this);
    final ConditionEmitter conditions = new ConditionEmitter(this);
    final ComprehensionEmitter comprehensions = new ComprehensionEmitter(this);
    final PatternEmitter patterns = new PatternEmitter(this);

    private final String fileName;
    private final Map<Scope, CodeShape> shapes;
    private FutureFeatures future = new FutureFeatures(false, -1);
    private CodeUnit unit;
    private boolean interactive;

    CodeEmitter(SymbolTable table, String fileName, Map<Scope, CodeShape> shapes) {
        this.table = table;
        this.fileName = fileName;
        this.shapes = shapes;
    }

    void compile(Mod tree) {
        unit = new CodeUnit(table.module(), false, 1);
        unit.add(RESUME, 0, 0, null);
        switch (tree) {
            case Mod.Module module -> {
                future = FutureFeatures.of(module.body(), fileName);
                if (!module.body().isEmpty()) {
                    at(module.body().getFirst());
                }
                statements.body(module.body());
                finish(true);
            }
            case Mod.Interactive statement -> {
                interactive = true;
                statements.annotationsSetup(statement.body());
                statements.visit(statement.body());
                finish(true);
            }
            case Mod.Expression expression -> {
                expressions.visit(expression.body());
                finish(false);
            }
        }
    }

    /** Opens a unit for {@code scope}. The caller restores what {@link #unit} gave before. */
    void enter(Scope scope, boolean asyncFunction, int firstLine, Node node) {
        unit = new CodeUnit(scope, asyncFunction, firstLine);
        unit.location = new Span(firstLine, node.span().column(), firstLine, node.span().endColumn());
        op(RESUME, 0);
    }

    CodeUnit unit() {
        return unit;
    }

    /** Closes the unit and goes on with {@code outer}. */
    CodeShape leave(CodeUnit outer, boolean addNone) {
        CodeShape shape = finish(addNone);
        unit = outer;
        return shape;
    }

    private CodeShape finish(boolean addNone) {
        if (!unit.endsWithReturn()) {
            unit.location = CodeUnit.NOWHERE;
            if (addNone) {
                loadConst(ConstantValue.NONE);
            }
            op(RETURN_VALUE);
        }
        CodeShape shape = new CodeAssembler(unit, future.annotations()).assemble();
        shapes.put(unit.scope, shape);
        return shape;
    }

    boolean futureAnnotations() {
        return future.annotations();
    }

    int futureEndLine() {
        return future.endLine();
    }

    boolean displaysValues() {
        return interactive && unit.scope.kind() == Scope.Kind.MODULE;
    }

    PythonSyntaxError error(String message) {
        return SymbolTable.error(fileName, unit.location, message);
    }

    PythonSyntaxError error(Node at, String message) {
        return SymbolTable.error(fileName, at.span(), message);
    }

    void at(Node node) {
        unit.location = node.span();
    }

    void nowhere() {
        unit.location = CodeUnit.NOWHERE;
    }

    void op(Opcode opcode) {
        op(opcode, 0);
    }

    void op(Opcode opcode, int arg) {
        unit.add(opcode, arg, unit.location.line(), null);
    }

    void opNoLine(Opcode opcode) {
        unit.add(opcode, 0, -1, null);
    }

    void opNoLine(Opcode opcode, int arg) {
        unit.add(opcode, arg, -1, null);
    }

    void jump(Opcode opcode, BasicBlock target) {
        unit.add(opcode, 0, unit.location.line(), target);
    }

    void jumpNoLine(BasicBlock target) {
        unit.add(JUMP, 0, -1, target);
    }

    BasicBlock newBlock() {
        return unit.newBlock();
    }

    void use(BasicBlock block) {
        unit.use(block);
    }

    void push(CodeUnit.FrameBlock block) {
        if (unit.frameBlocks.size() >= MAX_FRAME_BLOCKS) {
            throw error("too many statically nested blocks");
        }
        unit.frameBlocks.push(block);
    }

    void pop() {
        unit.frameBlocks.pop();
    }

    void loadConst(ConstantValue value) {
        op(LOAD_CONST, constant(value));
    }

    void loadConst(long value) {
        loadConst(new ConstantValue.IntValue(BigInteger.valueOf(value)));
    }

    void loadConst(String text) {
        loadConst(ConstantValue.StrValue.of(text));
    }

    void loadStrings(List<String> texts) {
        loadConst(strings(texts));
    }

    static ConstantValue strings(List<String> texts) {
        return new ConstantValue.TupleValue(
                texts.stream().<ConstantValue>map(ConstantValue.StrValue::of).toList());
    }

    int constant(ConstantValue value) {
        return unit.constant(new CodeShape.Const.Value(value));
    }

    /** An instruction on a name of {@code co_names}. */
    void named(Opcode opcode, String name) {
        op(opcode, unit.name(unit.scope.mangle(name)));
    }

    void compare(CmpOp op) {
        switch (op) {
            case IS, IS_NOT -> op(IS_OP, op == CmpOp.IS_NOT ? 1 : 0);
            case IN, NOT_IN -> op(CONTAINS_OP, op == CmpOp.NOT_IN ? 1 : 0);
            case LT, LT_E, EQ, NOT_EQ, GT, GT_E -> op(COMPARE_OP, switch (op) {
                case LT -> 0;
                case LT_E -> 1;
                case EQ -> 2;
                case NOT_EQ -> 3;
                case GT -> 4;
                default -> 5;
            });
        }
    }

    void forbidDebug(String name, ExprContext ctx) {
        if (ctx != ExprContext.LOAD && name.equals("__debug__")) {
            throw error("cannot " + (ctx == ExprContext.STORE ? "assign to" : "delete") + " __debug__");
        }
    }

    /** Reads, binds or unbinds a variable by the instruction that fits where it lives. */
    void variable(String written, ExprContext ctx) {
        forbidDebug(written, ctx);
        Scope scope = unit.scope;
        String name = scope.mangle(written);
        boolean function = scope.isFunctionLike();
        switch (scope.binding(written)) {
            case FREE -> op(deref(ctx), unit.cellvars.size() + unit.freevars.indexOf(name));
            case CELL -> op(deref(ctx), unit.cellvars.indexOf(name));
            case LOCAL -> {
                if (function) {
                    op(switch (ctx) {
                        case LOAD -> LOAD_FAST;
                        case STORE -> STORE_FAST;
                        case DEL -> DELETE_FAST;
                    }, unit.varname(name));
                } else {
                    namespace(name, ctx);
                }
            }
            case GLOBAL_IMPLICIT -> {
                if (function) {
                    global(name, ctx);
                } else {
                    namespace(name, ctx);
                }
            }
            case GLOBAL_EXPLICIT -> global(name, ctx);
        }
    }

    private Opcode deref(ExprContext ctx) {
        return switch (ctx) {
            case LOAD -> unit.scope.kind() == Scope.Kind.CLASS ? LOAD_CLASSDEREF : LOAD_DEREF;
            case STORE -> STORE_DEREF;
            case DEL -> DELETE_DEREF;
        };
    }

    private void global(String name, ExprContext ctx) {
        int index = unit.name(name);
        switch (ctx) {
            case LOAD -> op(LOAD_GLOBAL, index << 1);
            case STORE -> op(STORE_GLOBAL, index);
            case DEL -> op(DELETE_GLOBAL, index);
        }
    }

    private void namespace(String name, ExprContext ctx) {
        op(switch (ctx) {
            case LOAD -> LOAD_NAME;
            case STORE -> STORE_NAME;
            case DEL -> DELETE_NAME;
        }, unit.name(name));
    }

    /** Waits for what is on the stack: {@code yield from}, {@code await}. */
    void yieldFrom(boolean await) {
        BasicBlock start = newBlock();
        BasicBlock resume = newBlock();
        BasicBlock exit = newBlock();
        use(start);
        jump(SEND, exit);
        use(resume);
        op(YIELD_VALUE);
        op(RESUME, await ? 3 : 2);
        jump(JUMP_NO_INTERRUPT, start);
        use(exit);
    }

    /** Awaits the result of a special method. */
    void await(int kind) {
        op(GET_AWAITABLE, kind);
        loadConst(ConstantValue.NONE);
        yieldFrom(true);
    }

    /** Makes a function of a code object, with the cells it needs. */
    void closure(CodeShape code, int flags) {
        int all = flags;
        if (!code.freevars().isEmpty()) {
            for (String name : code.freevars()) {
                int cell = unit.cellvars.indexOf(name);
                op(LOAD_CLOSURE, cell >= 0 ? cell : unit.cellvars.size() + unit.freevars.indexOf(name));
            }
            all |= 8;
            op(BUILD_TUPLE, code.freevars().size());
        }
        op(LOAD_CONST, unit.constant(new CodeShape.Const.Code(code)));
        op(MAKE_FUNCTION, all);
    }
}
