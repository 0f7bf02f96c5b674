package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Arg;
import dev.glassheap.runtime.syntax.Arguments;
import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Keyword;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** def, lambda and class. */
final class FunctionCompiler {

    private final UnitCompiler unit;
    private final World w;

    FunctionCompiler(UnitCompiler unit) {
        this.unit = unit;
        this.w = unit.w;
    }

    StmtNode define(Stmt.FunctionDef f) {
        int site = unit.site(f.span());
        int firstLine = f.decoratorList().isEmpty() ? f.span().line() : f.decoratorList().get(0).span().line();
        PyCode code = unit.function(f, f.name(), f.args(), f.body(), firstLine);
        ExprNode function = make(code, f.args(), f.returns(), site);
        return decorated(f.decoratorList(), function, f.name(), site);
    }

    /** Decorators are evaluated first, applied last. */
    private StmtNode decorated(List<Expr> decorators, ExprNode value, String name, int site) {
        ExprNode node = value;
        for (int i = decorators.size() - 1; i >= 0; i--) {
            Expr d = decorators.get(i);
            node = new CallNodes.Call(w, unit.site(d.span()), unit.expressions.compile(d), new ExprNode[] {node},
                dev.glassheap.runtime.object.Calls.NO_NAMES);
        }
        return new SimpleStatements.Assign(w, site, node, new TargetNode[] {unit.targets.store(name, site)});
    }

    ExprNode lambda(Expr.Lambda e, int site) {
        return make(unit.lambda(e), e.args(), Optional.empty(), site);
    }

    private ExprNode make(PyCode code, Arguments args, Optional<Expr> returns, int site) {
        ExprNode defaults = args.defaults().isEmpty() ? null
            : unit.expressions.compile(new Expr.Tuple(args.defaults(), dev.glassheap.runtime.syntax.ExprContext.LOAD,
                args.defaults().get(0).span()));
        return make(code, defaults, keywordDefaults(args, site), annotations(args, returns, site), site);
    }

    ExprNode make(PyCode code, ExprNode defaults, ExprNode kwDefaults, ExprNode annotations, int site) {
        unit.own(code);
        ExprNode closure = null;
        if (code.freeVars.items.length > 0) {
            ExprNode[] cells = new ExprNode[code.freeVars.items.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new LocalNodes.LoadClosure(w, site, unit.cellSlot(((PyStr) code.freeVars.items[i]).text()));
            }
            closure = new DisplayNodes.Tuple(w, site, cells);
        }
        return new FunctionNodes.Make(w, site, code, defaults, kwDefaults, annotations, closure);
    }

    private ExprNode keywordDefaults(Arguments args, int site) {
        List<ExprNode> keys = new ArrayList<>();
        List<ExprNode> values = new ArrayList<>();
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            Optional<Expr> value = args.kwDefaults().get(i);
            if (value.isPresent()) {
                keys.add(text(unit.scope.mangle(args.kwonlyargs().get(i).arg()), site));
                values.add(unit.expressions.compile(value.get()));
            }
        }
        return keys.isEmpty() ? null
            : new DisplayNodes.Dict(w, site, keys.toArray(ExprNode[]::new), values.toArray(ExprNode[]::new));
    }

    private ExprNode text(String value, int site) {
        return new ConstantNode(w, site, unit.constant(ConstantValue.StrValue.of(value)));
    }

    /** The annotations: a tuple of names and values, as CPython 3.11 passes them; {@code __annotations__} makes the dict. */
    private ExprNode annotations(Arguments args, Optional<Expr> returns, int site) {
        List<ExprNode> items = new ArrayList<>();
        List<Arg> all = new ArrayList<>(args.args());
        all.addAll(args.posonlyargs());
        args.vararg().ifPresent(all::add);
        all.addAll(args.kwonlyargs());
        args.kwarg().ifPresent(all::add);
        for (Arg a : all) {
            a.annotation().ifPresent(e -> {
                items.add(text(unit.scope.mangle(a.arg()), site));
                items.add(unit.expressions.compile(e instanceof Expr.Starred s ? s.value() : e));
            });
        }
        returns.ifPresent(e -> {
            items.add(text("return", site));
            items.add(unit.expressions.compile(e));
        });
        return items.isEmpty() ? null : new DisplayNodes.Tuple(w, site, items.toArray(ExprNode[]::new));
    }

    // ------------------------------------------------------------------ class

    StmtNode defineClass(Stmt.ClassDef c) {
        int site = unit.site(c.span());
        int firstLine = c.decoratorList().isEmpty() ? c.span().line() : c.decoratorList().get(0).span().line();
        ExprNode build = new ClassNodes.LoadBuildClass(w, site);
        ExprNode function = make(unit.classBody(c, firstLine), null, null, null, site);
        ExprNode name = text(c.name(), site);
        boolean stars = c.bases().stream().anyMatch(Expr.Starred.class::isInstance)
            || c.keywords().stream().anyMatch(k -> k.arg().isEmpty());
        ExprNode call;
        if (stars) {
            call = unit.expressions.callEx(build, List.of(function, name), c.bases(), c.keywords(), site);
        } else {
            List<ExprNode> args = new ArrayList<>(List.of(function, name));
            args.addAll(List.of(unit.expressions.compileAll(c.bases())));
            for (Keyword k : c.keywords()) {
                args.add(unit.expressions.compile(k.value()));
            }
            call = new CallNodes.Call(w, site, build, args.toArray(ExprNode[]::new), unit.expressions.keywordNames(c.keywords()));
        }
        return decorated(c.decoratorList(), call, c.name(), site);
    }
}
