package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.BinaryOp;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.CmpOp;
import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Keyword;
import dev.glassheap.runtime.syntax.Operator;
import dev.glassheap.runtime.syntax.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions to nodes. */
final class ExpressionCompiler {

    /** Displays longer than this are built item by item (CPython's STACK_USE_GUIDELINE). */
    private static final int STACK_USE_GUIDELINE = 30;

    private final UnitCompiler unit;
    private final World w;

    ExpressionCompiler(UnitCompiler unit) {
        this.unit = unit;
        this.w = unit.w;
    }

    ExprNode[] compileAll(List<Expr> list) {
        return list.stream().map(this::compile).toArray(ExprNode[]::new);
    }

    ExprNode compile(Expr expr) {
        int site = unit.site(expr.span());
        return switch (expr) {
            case Expr.Constant e -> new ConstantNode(w, site, unit.constant(e.value()));
            case Expr.Name e -> load(e, site);
            case Expr.BinOp e -> binary(e);
            case Expr.UnaryOp e -> unary(e, site);
            case Expr.Compare e -> compare(e, site);
            case Expr.BoolOp e -> new BoolNodes.AndOr(w, site, e.op() == Expr.BoolOp.Op.AND, compileAll(e.values()));
            case Expr.IfExp e -> new BoolNodes.IfExp(w, site, compile(e.test()), compile(e.body()), compile(e.orelse()));
            case Expr.NamedExpr e -> new BoolNodes.Named(w, site, compile(e.value()), unit.targets.compile(e.target()));
            case Expr.Attribute e -> new AttributeNodes.Get(w, site, compile(e.value()), unit.name(e.attr()));
            case Expr.Subscript e -> new SubscriptNodes.Get(w, site, compile(e.value()), compile(e.slice()));
            case Expr.Slice e -> new SubscriptNodes.Slice(w, site, orNone(e.lower(), site), orNone(e.upper(), site),
                orNone(e.step(), site));
            case Expr.Call e -> call(e, site);
            case Expr.Tuple e -> sequence(e.elts(), DisplayNodes.Kind.TUPLE, site);
            case Expr.List e -> sequence(e.elts(), DisplayNodes.Kind.LIST, site);
            case Expr.Set e -> sequence(e.elts(), DisplayNodes.Kind.SET, site);
            case Expr.Dict e -> dict(e, site);
            case Expr.JoinedStr e -> joined(e, site);
            case Expr.FormattedValue e -> formatted(e, site);
            case Expr.Lambda e -> unit.statements.functions().lambda(e, site);
            case Expr.ListComp e -> unit.statements.comprehensions().list(e, site);
            case Expr.SetComp e -> unit.statements.comprehensions().set(e, site);
            case Expr.DictComp e -> unit.statements.comprehensions().dict(e, site);
            case Expr.GeneratorExp e -> unit.statements.comprehensions().generator(e, site);
            case Expr.Starred e -> throw unit.statements.unsupported("can't use starred expression here", e.span());
            case Expr.Yield e -> throw unit.statements.unsupported("'yield' outside function", e.span());
            case Expr.YieldFrom e -> throw unit.statements.unsupported("'yield from' outside function", e.span());
            case Expr.Await e -> throw unit.statements.unsupported("'await' outside async function", e.span());
        };
    }

    private ExprNode orNone(Optional<Expr> e, int site) {
        return e.map(this::compile).orElseGet(() -> new ConstantNode(w, site, unit.constant(ConstantValue.NONE)));
    }

    // ------------------------------------------------------------------ names

    private ExprNode load(Expr.Name e, int site) {
        return load(e.id(), site);
    }

    ExprNode load(String id, int site) {
        if (id.startsWith(".t")) {
            return new LocalNodes.TakeTemporary(w, site, YieldLifter.slot(id));
        }
        if (id.startsWith(".p")) {
            return new LocalNodes.PeekTemporary(w, site, YieldLifter.slot(id));
        }
        Scope scope = unit.scope;
        String mangled = scope.mangle(id);
        Scope.Binding binding = scope.binding(id);
        if (scope.isFunctionLike()) {
            return switch (binding) {
                case LOCAL -> new LocalNodes.Load(w, site, unit.localSlot(mangled), unit.plainName(mangled));
                case CELL, FREE -> new LocalNodes.LoadCell(w, site, unit.cellSlot(mangled), unit.plainName(mangled),
                    binding == Scope.Binding.FREE);
                case GLOBAL_EXPLICIT, GLOBAL_IMPLICIT -> new NameNodes.LoadGlobal(w, site, unit.name(id));
            };
        }
        if (binding == Scope.Binding.GLOBAL_EXPLICIT) {
            return new NameNodes.LoadGlobal(w, site, unit.name(id));
        }
        int cell = binding == Scope.Binding.FREE ? unit.cellSlot(mangled) : -1;
        return new NameNodes.LoadName(w, site, unit.name(id), cell);
    }

    // ------------------------------------------------------------------ operators

    static BinaryOp operator(Operator op) {
        return switch (op) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUBTRACT;
            case MULT -> BinaryOp.MULTIPLY;
            case MAT_MULT -> BinaryOp.MATRIX_MULTIPLY;
            case DIV -> BinaryOp.TRUE_DIVIDE;
            case MOD -> BinaryOp.REMAINDER;
            case POW -> BinaryOp.POWER;
            case L_SHIFT -> BinaryOp.LSHIFT;
            case R_SHIFT -> BinaryOp.RSHIFT;
            case BIT_OR -> BinaryOp.OR;
            case BIT_XOR -> BinaryOp.XOR;
            case BIT_AND -> BinaryOp.AND;
            case FLOOR_DIV -> BinaryOp.FLOOR_DIVIDE;
        };
    }

    /** Left-deep chains ({@code a + b + c + ...}) become one flat node, so that a sum of thousands of terms needs no deep Java stack. */
    private ExprNode binary(Expr.BinOp e) {
        List<Expr.BinOp> chain = new ArrayList<>();
        Expr left = e;
        while (left instanceof Expr.BinOp b) {
            chain.add(b);
            left = b.left();
        }
        ExprNode node = compile(left);
        if (chain.size() <= BinaryChain.LONGEST_NESTED) {
            for (int i = chain.size() - 1; i >= 0; i--) {
                Expr.BinOp b = chain.get(i);
                node = new BinaryNode(w, unit.site(b.span()), operator(b.op()), false, node, compile(b.right()));
            }
            return node;
        }
        BinaryNode[] operations = new BinaryNode[chain.size()];
        ExprNode[] rights = new ExprNode[chain.size()];
        for (int i = 0; i < operations.length; i++) {
            Expr.BinOp b = chain.get(chain.size() - 1 - i);
            operations[i] = new BinaryNode(w, unit.site(b.span()), operator(b.op()), false, null, null);
            rights[i] = compile(b.right());
        }
        return new BinaryChain(w, unit.site(e.span()), node, operations, rights);
    }

    private ExprNode unary(Expr.UnaryOp e, int site) {
        ExprNode operand = compile(e.operand());
        return switch (e.op()) {
            case NOT -> new BoolNodes.Not(w, site, operand);
            case U_SUB -> new BoolNodes.Unary(w, site, BoolNodes.UnaryOp.NEGATIVE, operand);
            case U_ADD -> new BoolNodes.Unary(w, site, BoolNodes.UnaryOp.POSITIVE, operand);
            case INVERT -> new BoolNodes.Unary(w, site, BoolNodes.UnaryOp.INVERT, operand);
        };
    }

    private static CompareNode.Op comparison(CmpOp op) {
        return switch (op) {
            case EQ -> CompareNode.Op.EQ;
            case NOT_EQ -> CompareNode.Op.NE;
            case LT -> CompareNode.Op.LT;
            case LT_E -> CompareNode.Op.LE;
            case GT -> CompareNode.Op.GT;
            case GT_E -> CompareNode.Op.GE;
            case IS -> CompareNode.Op.IS;
            case IS_NOT -> CompareNode.Op.IS_NOT;
            case IN -> CompareNode.Op.IN;
            case NOT_IN -> CompareNode.Op.NOT_IN;
        };
    }

    private ExprNode compare(Expr.Compare e, int site) {
        ExprNode first = compile(e.left());
        if (e.ops().size() == 1) {
            return new CompareNode(w, site, comparison(e.ops().get(0)), first, compile(e.comparators().get(0)));
        }
        CompareNode.Op[] ops = e.ops().stream().map(ExpressionCompiler::comparison).toArray(CompareNode.Op[]::new);
        return new CompareNode.Chain(w, site, first, ops, compileAll(e.comparators()));
    }

    // ------------------------------------------------------------------ displays

    private static boolean hasStar(List<Expr> elts) {
        return elts.stream().anyMatch(Expr.Starred.class::isInstance);
    }

    private ExprNode sequence(List<Expr> elts, DisplayNodes.Kind kind, int site) {
        boolean constants = elts.stream().allMatch(Expr.Constant.class::isInstance);
        if (constants && elts.size() > 2 && kind != DisplayNodes.Kind.TUPLE) {
            List<ConstantValue> values = elts.stream().map(e -> ((Expr.Constant) e).value()).toList();
            ConstantValue folded = kind == DisplayNodes.Kind.SET ? new ConstantValue.FrozenSetValue(values)
                : new ConstantValue.TupleValue(values);
            return new DisplayNodes.Collected(w, site, kind, new ExprNode[] {new ConstantNode(w, site, unit.constant(folded))},
                new boolean[] {true});
        }
        if (!hasStar(elts) && elts.size() <= STACK_USE_GUIDELINE) {
            ExprNode[] items = compileAll(elts);
            return switch (kind) {
                case TUPLE -> new DisplayNodes.Tuple(w, site, items);
                case LIST -> new DisplayNodes.List(w, site, items);
                case SET -> new DisplayNodes.Set(w, site, items);
            };
        }
        return new DisplayNodes.Collected(w, site, kind, unstarred(elts), stars(elts));
    }

    private ExprNode[] unstarred(List<Expr> elts) {
        return elts.stream().map(e -> compile(e instanceof Expr.Starred s ? s.value() : e)).toArray(ExprNode[]::new);
    }

    private static boolean[] stars(List<Expr> elts) {
        boolean[] stars = new boolean[elts.size()];
        for (int i = 0; i < stars.length; i++) {
            stars[i] = elts.get(i) instanceof Expr.Starred;
        }
        return stars;
    }

    private ExprNode dict(Expr.Dict e, int site) {
        ExprNode[] keys = e.keys().stream().map(k -> k.map(this::compile).orElse(null)).toArray(ExprNode[]::new);
        return new DisplayNodes.Dict(w, site, keys, compileAll(e.values()));
    }

    // ------------------------------------------------------------------ f-strings

    private ExprNode joined(Expr.JoinedStr e, int site) {
        if (e.values().isEmpty()) {
            return new ConstantNode(w, site, unit.constant(ConstantValue.StrValue.of("")));
        }
        ExprNode[] pieces = compileAll(e.values());
        return pieces.length == 1 ? pieces[0] : new FStringNodes.Join(w, site, pieces);
    }

    private ExprNode formatted(Expr.FormattedValue e, int site) {
        FStringNodes.Conversion conversion = switch (e.conversion()) {
            case 's' -> FStringNodes.Conversion.STR;
            case 'r' -> FStringNodes.Conversion.REPR;
            case 'a' -> FStringNodes.Conversion.ASCII;
            default -> FStringNodes.Conversion.NONE;
        };
        return new FStringNodes.FormatValue(w, site, compile(e.value()), conversion, e.formatSpec().map(this::compile).orElse(null));
    }

    // ------------------------------------------------------------------ calls

    private ExprNode call(Expr.Call e, int site) {
        boolean mapping = e.keywords().stream().anyMatch(k -> k.arg().isEmpty());
        if (hasStar(e.args()) || mapping) {
            return callEx(compile(e.func()), e, site);
        }
        if (isZeroArgumentSuper(e)) {
            return zeroArgumentSuper(e, site);
        }
        ExprNode[] args = arguments(e);
        PyStr[] kwnames = keywordNames(e.keywords());
        if (e.func() instanceof Expr.Attribute a) {
            return new CallNodes.MethodCall(w, unit.site(a.span()), site, compile(a.value()), unit.name(a.attr()), args, kwnames);
        }
        return new CallNodes.Call(w, site, compile(e.func()), args, kwnames);
    }

    private ExprNode[] arguments(Expr.Call e) {
        List<ExprNode> args = new ArrayList<>(List.of(compileAll(e.args())));
        e.keywords().forEach(k -> args.add(compile(k.value())));
        return args.toArray(ExprNode[]::new);
    }

    PyStr[] keywordNames(List<Keyword> keywords) {
        if (keywords.isEmpty()) {
            return Calls.NO_NAMES;
        }
        PyStr[] names = keywords.stream().map(k -> unit.plainName(k.arg().orElseThrow())).toArray(PyStr[]::new);
        unit.keep(names);
        return names;
    }

    private boolean isZeroArgumentSuper(Expr.Call e) {
        return e.func() instanceof Expr.Name n && n.id().equals("super") && e.args().isEmpty() && e.keywords().isEmpty()
            && unit.scope.isFunctionLike() && unit.scope.binding("super") == Scope.Binding.GLOBAL_IMPLICIT;
    }

    private ExprNode zeroArgumentSuper(Expr.Call e, int site) {
        List<String> parameters = unit.scope.parameters();
        boolean hasFirst = !parameters.isEmpty() && unit.unit.localCount > 0;
        int self = hasFirst ? SlotLayout.FIRST_LOCAL : -1;
        boolean inCell = hasFirst && unit.scope.cellVars().contains(parameters.get(0));
        int cell = unit.scope.binding("__class__") == Scope.Binding.FREE ? unit.cellSlot("__class__") : -1;
        return new ClassNodes.ZeroArgumentSuper(w, site, compile(e.func()), cell, self, inCell);
    }

    /** A call with stars; also of {@code __build_class__} with its first arguments given. */
    ExprNode callEx(ExprNode callee, Expr.Call e, int site) {
        return callEx(callee, List.of(), e.args(), e.keywords(), site);
    }

    ExprNode callEx(ExprNode callee, List<ExprNode> before, List<Expr> args, List<Keyword> keywords, int site) {
        ExprNode positional;
        if (before.isEmpty() && args.size() == 1 && args.get(0) instanceof Expr.Starred s) {
            positional = compile(s.value());
        } else {
            List<ExprNode> values = new ArrayList<>(before);
            values.addAll(List.of(unstarred(args)));
            boolean[] stars = new boolean[values.size()];
            System.arraycopy(stars(args), 0, stars, before.size(), args.size());
            positional = hasStar(args) ? new DisplayNodes.Collected(w, site, DisplayNodes.Kind.TUPLE, values.toArray(ExprNode[]::new), stars)
                : new DisplayNodes.Tuple(w, site, values.toArray(ExprNode[]::new));
        }
        ExprNode kwargs = null;
        if (!keywords.isEmpty()) {
            ExprNode[] keys = keywords.stream().map(k -> k.arg().map(n -> keyword(n, site)).orElse(null)).toArray(ExprNode[]::new);
            kwargs = new DisplayNodes.KeywordArguments(w, site, keys,
                keywords.stream().map(k -> compile(k.value())).toArray(ExprNode[]::new));
        }
        return new CallNodes.CallEx(w, site, callee, positional, kwargs);
    }

    private ExprNode keyword(String name, int site) {
        PyObject text = unit.constant(ConstantValue.StrValue.of(name));
        return new ConstantNode(w, site, text);
    }
}
