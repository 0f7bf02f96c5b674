package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.Scope.Binding;
import dev.glassheap.runtime.syntax.Scope.Kind;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CPython's {@code symtable.c}: finds the scopes of a module and decides for each name whether it is local, global, free or a
 * cell. Scopes are found by the identity of the syntax node that opens them.
 */
public final class SymbolTable {

    private final Map<Object, Scope> scopes;
    private final Scope module;

    private SymbolTable(Map<Object, Scope> scopes, Scope module) {
        this.scopes = scopes;
        this.module = module;
    }

    /**
     * @param file for error messages
     * @throws PythonSyntaxError for contradictions such as a name that is parameter and global
     */
    public static SymbolTable of(Mod mod, String file) {
        SymbolCollector collector = new SymbolCollector(file);
        Scope module = collector.collect(mod);
        new SymbolTable(collector.scopes, module).analyze(module, new HashSet<>(), file);
        return new SymbolTable(collector.scopes, module);
    }

    public Scope module() {
        return module;
    }

    /** The scope a FunctionDef, AsyncFunctionDef, ClassDef, Lambda or comprehension opens. */
    public Scope scopeOf(Node node) {
        Scope s = scopes.get(node);
        if (s == null) {
            throw new IllegalArgumentException("no scope is opened by " + node.getClass().getSimpleName());
        }
        return s;
    }

    /**
     * Decides the bindings of a scope and its children.
     *
     * @param enclosing names bound by enclosing function-like scopes
     * @return the names free in this scope
     */
    private Set<String> analyze(Scope scope, Set<String> enclosing, String file) {
        for (String name : scope.nonlocals) {
            if (!enclosing.contains(name)) {
                throw new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR, "no binding for nonlocal '" + name + "' found",
                    Optional.empty());
            }
        }
        Set<String> free = new HashSet<>();
        decide(scope, scope.bound, enclosing, free);
        decide(scope, scope.used, enclosing, free);
        Set<String> visible = new HashSet<>(enclosing);
        if (scope.isFunctionLike()) {
            scope.globals.forEach(visible::remove);
            scope.bindings.forEach((n, b) -> {
                if (b == Binding.LOCAL) {
                    visible.add(n);
                }
            });
        }
        if (scope.kind() == Kind.CLASS) {
            visible.add("__class__");
        }
        for (Scope child : scope.children) {
            for (String name : analyze(child, visible, file)) {
                resolveFreeOfChild(scope, name, free);
            }
        }
        return free;
    }

    private static void decide(Scope scope, Iterable<String> names, Set<String> enclosing, Set<String> free) {
        for (String name : names) {
            if (scope.bindings.containsKey(name)) {
                continue;
            }
            Binding b;
            if (scope.globals.contains(name)) {
                b = Binding.GLOBAL_EXPLICIT;
            } else if (scope.nonlocals.contains(name)) {
                b = Binding.FREE;
            } else if (scope.bound.contains(name)) {
                b = Binding.LOCAL;
            } else {
                b = enclosing.contains(name) ? Binding.FREE : Binding.GLOBAL_IMPLICIT;
            }
            scope.bindings.put(name, b);
            if (b == Binding.FREE) {
                free.add(name);
            }
        }
    }

    private static void resolveFreeOfChild(Scope scope, String name, Set<String> free) {
        if (scope.kind() == Kind.CLASS && name.equals("__class__")) {
            scope.needsClassCell = true;
            return;
        }
        Binding own = scope.bindings.get(name);
        if (scope.isFunctionLike() && (own == Binding.LOCAL || own == Binding.CELL)) {
            scope.bindings.put(name, Binding.CELL);
            return;
        }
        // A class body that binds the name itself still passes the enclosing function's cell on to its methods.
        if (own != Binding.FREE && !(scope.kind() == Kind.CLASS && own == Binding.LOCAL)) {
            scope.bindings.put(name, Binding.FREE);
        }
        if (scope.kind() == Kind.CLASS && own == Binding.LOCAL) {
            scope.passedThrough.add(name);
        }
        free.add(name);
    }

    /** For tests and tools: names in the order they were seen. */
    List<String> namesOf(Scope scope) {
        return List.copyOf(scope.bindings.keySet());
    }

    /** Identity map of scopes for the collector. */
    static Map<Object, Scope> newScopeMap() {
        return new IdentityHashMap<>();
    }
}
