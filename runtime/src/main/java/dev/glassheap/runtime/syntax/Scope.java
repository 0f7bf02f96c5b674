package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One block of CPython's symbol table: the names of a module, class, function, lambda or comprehension and where each lives.
 *
 * <p>Invariants after {@link SymbolTable#of}: every used name has one {@link Binding}; a name that is FREE here is CELL in the
 * nearest enclosing function-like scope that binds it and FREE in those between.
 */
public final class Scope {

    public enum Kind { MODULE, CLASS, FUNCTION, LAMBDA, COMPREHENSION, GENERATOR_EXPRESSION }

    /** Where a name lives. A parameter that an inner function uses is CELL and still among {@link #parameters}. */
    public enum Binding { LOCAL, CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT }

    private final Kind kind;
    private final String name;
    private final Optional<Scope> parent;
    private final Optional<String> className;
    final List<Scope> children = new ArrayList<>();
    /** Parameters in co_varnames order: positional, keyword-only, *args, **kwargs. */
    final List<String> parameters = new ArrayList<>();
    /** Names bound here, in order of first binding. */
    final Set<String> bound = new LinkedHashSet<>();
    final Set<String> used = new LinkedHashSet<>();
    final Set<String> globals = new LinkedHashSet<>();
    final Set<String> nonlocals = new LinkedHashSet<>();
    final Map<String, Binding> bindings = new LinkedHashMap<>();
    /** Class scope: names bound here that methods take from an enclosing function: free variables beside the namespace's own. */
    final Set<String> passedThrough = new LinkedHashSet<>();
    boolean generator;
    boolean coroutine;
    boolean varArgs;
    boolean varKeywords;
    /** Class scope: an inner function needs the {@code __class__} cell. */
    boolean needsClassCell;
    private final Map<String, String> mangled = new HashMap<>();

    Scope(Kind kind, String name, Optional<Scope> parent, Optional<String> className) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.className = className;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Optional<Scope> parent() {
        return parent;
    }

    /** Function-like: locals are fast slots. Module and class code keep names in a namespace. */
    public boolean isFunctionLike() {
        return kind != Kind.MODULE && kind != Kind.CLASS;
    }

    /** Contains a yield (in a function or lambda) or is a generator expression. */
    public boolean isGenerator() {
        return generator;
    }

    /** {@code async def}. */
    public boolean isCoroutine() {
        return coroutine;
    }

    /** Nested in another function: CO_NESTED. */
    public boolean isNested() {
        return parent.map(p -> p.isFunctionLike() || p.isNested()).orElse(false);
    }

    public List<String> parameters() {
        return parameters;
    }

    public boolean hasVarArgs() {
        return varArgs;
    }

    public boolean hasVarKeywords() {
        return varKeywords;
    }

    /** Class scope: the class cell must be made and filled. */
    public boolean needsClassCell() {
        return needsClassCell;
    }

    /** The binding of a name as written (it is mangled here). */
    public Binding binding(String written) {
        return bindings.getOrDefault(mangle(written), Binding.GLOBAL_IMPLICIT);
    }

    /** Locals that are no parameters and no cells, in order of first binding. */
    public List<String> otherLocals() {
        List<String> names = new ArrayList<>();
        bindings.forEach((n, b) -> {
            if (b == Binding.LOCAL && !parameters.contains(n)) {
                names.add(n);
            }
        });
        return names;
    }

    /** co_cellvars: sorted, parameters included. */
    public List<String> cellVars() {
        return sorted(Binding.CELL);
    }

    /** co_freevars: sorted. */
    public List<String> freeVars() {
        TreeSet<String> names = new TreeSet<>(sorted(Binding.FREE));
        names.addAll(passedThrough);
        return List.copyOf(names);
    }

    private List<String> sorted(Binding wanted) {
        TreeSet<String> names = new TreeSet<>();
        bindings.forEach((n, b) -> {
            if (b == wanted) {
                names.add(n);
            }
        });
        return List.copyOf(names);
    }

    /** {@code _Py_Mangle}: private names of a class body get the class's name in front. */
    public String mangle(String written) {
        if (className.isEmpty() || !written.startsWith("__") || written.endsWith("__") || written.indexOf('.') >= 0) {
            return written;
        }
        return mangled.computeIfAbsent(written, n -> {
            String stripped = className.get().replaceFirst("^_+", "");
            return stripped.isEmpty() ? n : "_" + stripped + n;
        });
    }

    Optional<String> className() {
        return className;
    }
}
