package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Scope;
import java.util.List;

/** Assignment and deletion targets to nodes. */
final class TargetCompiler {

    private final UnitCompiler unit;
    private final World w;

    TargetCompiler(UnitCompiler unit) {
        this.unit = unit;
        this.w = unit.w;
    }

    TargetNode compile(Expr target) {
        int site = unit.site(target.span());
        return switch (target) {
            case Expr.Name n -> store(n.id(), site);
            case Expr.Attribute a ->
                new AttributeNodes.Set(w, site, unit.expressions.compile(a.value()), unit.name(a.attr()));
            case Expr.Subscript s ->
                new SubscriptNodes.Set(w, site, unit.expressions.compile(s.value()), unit.expressions.compile(s.slice()));
            case Expr.Tuple t -> unpack(t.elts(), site);
            case Expr.List l -> unpack(l.elts(), site);
            case Expr.Starred s -> compile(s.value());
            default -> throw unit.statements.unsupported("cannot assign to expression", target.span());
        };
    }

    TargetNode store(String id, int site) {
        if (id.startsWith(".t")) {
            return new LocalNodes.Store(w, site, YieldLifter.slot(id));
        }
        Scope scope = unit.scope;
        String mangled = scope.mangle(id);
        Scope.Binding binding = scope.binding(id);
        if (binding == Scope.Binding.GLOBAL_EXPLICIT) {
            return new NameNodes.StoreGlobal(w, site, unit.name(id));
        }
        if (scope.isFunctionLike()) {
            return switch (binding) {
                case LOCAL -> new LocalNodes.Store(w, site, unit.localSlot(mangled));
                case CELL, FREE -> new LocalNodes.StoreCell(w, site, unit.cellSlot(mangled));
                default -> new NameNodes.StoreGlobal(w, site, unit.name(id));
            };
        }
        if (binding == Scope.Binding.FREE) {
            return new LocalNodes.StoreCell(w, site, unit.cellSlot(mangled));
        }
        return new NameNodes.StoreName(w, site, unit.name(id));
    }

    private TargetNode unpack(List<Expr> elts, int site) {
        int star = -1;
        for (int i = 0; i < elts.size(); i++) {
            if (elts.get(i) instanceof Expr.Starred) {
                star = i;
            }
        }
        return new UnpackNodes.Unpack(w, site, elts.stream().map(this::compile).toArray(TargetNode[]::new), star);
    }

    StmtNode delete(Expr target) {
        int site = unit.site(target.span());
        return switch (target) {
            case Expr.Name n -> delete(n.id(), site);
            case Expr.Attribute a ->
                new AttributeNodes.Delete(w, site, unit.expressions.compile(a.value()), unit.name(a.attr()));
            case Expr.Subscript s ->
                new SubscriptNodes.Delete(w, site, unit.expressions.compile(s.value()), unit.expressions.compile(s.slice()));
            case Expr.Tuple t -> deleteAll(t.elts(), site);
            case Expr.List l -> deleteAll(l.elts(), site);
            default -> throw unit.statements.unsupported("cannot delete expression", target.span());
        };
    }

    private StmtNode deleteAll(List<Expr> elts, int site) {
        return new SimpleStatements.Block(w, site, elts.stream().map(this::delete).toArray(StmtNode[]::new));
    }

    StmtNode delete(String id, int site) {
        Scope scope = unit.scope;
        String mangled = scope.mangle(id);
        Scope.Binding binding = scope.binding(id);
        if (binding == Scope.Binding.GLOBAL_EXPLICIT) {
            return new NameNodes.DeleteGlobal(w, site, unit.name(id));
        }
        if (scope.isFunctionLike()) {
            return switch (binding) {
                case LOCAL -> new LocalNodes.Delete(w, site, unit.localSlot(mangled), unit.plainName(mangled));
                case CELL, FREE -> new LocalNodes.DeleteCell(w, site, unit.cellSlot(mangled), unit.plainName(mangled),
                    binding == Scope.Binding.FREE);
                default -> new NameNodes.DeleteGlobal(w, site, unit.name(id));
            };
        }
        if (binding == Scope.Binding.FREE) {
            return new LocalNodes.DeleteCell(w, site, unit.cellSlot(mangled), unit.plainName(mangled), true);
        }
        return new NameNodes.DeleteName(w, site, unit.name(id));
    }
}
