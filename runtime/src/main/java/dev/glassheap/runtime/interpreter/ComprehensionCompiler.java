package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Comprehension;
import dev.glassheap.runtime.syntax.Expr;
import java.util.List;
import java.util.function.BiFunction;

/** Comprehensions and generator expressions: a function of their own, called with the outermost iterator (CPython 3.11). */
final class ComprehensionCompiler {

    private final UnitCompiler unit;
    private final World w;

    ComprehensionCompiler(UnitCompiler unit) {
        this.unit = unit;
        this.w = unit.w;
    }

    ExprNode list(Expr.ListComp e, int site) {
        return collecting(e, "<listcomp>", e.generators(), site, ComprehensionNodes.Kind.LIST,
            (u, slot) -> new ComprehensionNodes.Append(w, u.site(e.elt().span()), slot, u.expressions.compile(e.elt())));
    }

    ExprNode set(Expr.SetComp e, int site) {
        return collecting(e, "<setcomp>", e.generators(), site, ComprehensionNodes.Kind.SET,
            (u, slot) -> new ComprehensionNodes.Append(w, u.site(e.elt().span()), slot, u.expressions.compile(e.elt())));
    }

    ExprNode dict(Expr.DictComp e, int site) {
        return collecting(e, "<dictcomp>", e.generators(), site, ComprehensionNodes.Kind.DICT,
            (u, slot) -> new ComprehensionNodes.Put(w, u.site(e.key().span()), slot, u.expressions.compile(e.key()),
                u.expressions.compile(e.value())));
    }

    private ExprNode collecting(Expr node, String name, List<Comprehension> generators, int site, ComprehensionNodes.Kind kind,
        BiFunction<UnitCompiler, Integer, StmtNode> element) {
        PyCode code = unit.comprehension(node, name, node.span(), u -> {
            int slot = u.slots.temporary();
            return new ComprehensionNodes.Collect(w, u.site(node.span()), kind, slot,
                loops(u, generators, 0, () -> element.apply(u, slot)));
        });
        return call(code, generators, site);
    }

    /** The loops of one comprehension, outermost first. */
    private StmtNode loops(UnitCompiler u, List<Comprehension> generators, int index, java.util.function.Supplier<StmtNode> element) {
        Comprehension c = generators.get(index);
        int site = u.site(c.target().span());
        TargetNode target = u.targets.compile(c.target());
        ExprNode iterable = index == 0 ? new LocalNodes.Load(w, site, u.localSlot(".0"), u.plainName(".0"))
            : u.expressions.compile(c.iter());
        StmtNode body = guarded(u, c.ifs(), generators, index, element);
        return new LoopNodes.For(w, site, u.slots.counter(), u.slots.temporary(), iterable, target, body, null);
    }

    private StmtNode guarded(UnitCompiler u, List<Expr> ifs, List<Comprehension> generators, int index,
        java.util.function.Supplier<StmtNode> element) {
        ExprNode[] tests = u.expressions.compileAll(ifs);
        StmtNode body = index + 1 < generators.size() ? loops(u, generators, index + 1, element) : element.get();
        for (int i = tests.length - 1; i >= 0; i--) {
            body = new SimpleStatements.If(w, u.site(ifs.get(i).span()), new ExprNode[] {tests[i]}, new StmtNode[] {body}, null);
        }
        return body;
    }

    ExprNode generator(Expr.GeneratorExp e, int site) {
        PyCode code = unit.comprehension(e, "<genexpr>", e.span(), u -> GeneratorCompiler.expression(u, e));
        return call(code, e.generators(), site);
    }

    private ExprNode call(PyCode code, List<Comprehension> generators, int site) {
        ExprNode function = unit.statements.functions().make(code, null, null, null, site);
        ExprNode iterator = new ComprehensionNodes.GetIter(w, site, unit.expressions.compile(generators.get(0).iter()));
        return new CallNodes.Call(w, site, function, new ExprNode[] {iterator}, Calls.NO_NAMES);
    }
}
