package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.Scope.Binding;
import dev.glassheap.runtime.syntax.Scope.Flag;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second half of the symbol table: decides for each name of each block where it lives. */
final class ScopeAnalysis {

    private final String fileName;

    ScopeAnalysis(String fileName) {
        this.fileName = fileName;
    }

    void analyze(Scope top) {
        analyzeBlock(top, Optional.empty(), new HashSet<>(), new HashSet<>());
    }

    /**
     * @param bound names bound in enclosing functions; absent for the module
     * @param free receives the names that the block needs from outside
     * @param global names declared global around it
     */
    private void analyzeBlock(Scope scope, Optional<Set<String>> bound, Set<String> free, Set<String> global) {
        boolean isClass = scope.kind() == Scope.Kind.CLASS;
        Set<String> local = new HashSet<>();
        Set<String> newBound = new HashSet<>();
        Set<String> newGlobal = new HashSet<>();
        if (isClass) {
            // What a class body binds is not visible inside its functions: take the sets before its names change them.
            newGlobal.addAll(global);
            bound.ifPresent(newBound::addAll);
        }
        scope.symbols.forEach((name, flags) -> analyzeName(scope, name, flags, bound, local, free, global));
        if (isClass) {
            newBound.add("__class__");
        } else {
            if (scope.isFunctionLike()) {
                newBound.addAll(local);
            }
            bound.ifPresent(newBound::addAll);
            newGlobal.addAll(global);
        }
        Set<String> newFree = new HashSet<>();
        for (Scope child : scope.children()) {
            Set<String> childFree = new HashSet<>();
            analyzeBlock(child, Optional.of(new HashSet<>(newBound)), childFree, new HashSet<>(newGlobal));
            newFree.addAll(childFree);
        }
        if (scope.isFunctionLike()) {
            analyzeCells(scope, newFree);
        } else if (isClass && newFree.remove("__class__")) {
            scope.needsClassCell = true;
        }
        updateSymbols(scope, bound, newFree, isClass);
        free.addAll(newFree);
    }

    private void analyzeName(Scope scope, String name, Set<Flag> flags, Optional<Set<String>> bound, Set<String> local,
            Set<String> free, Set<String> global) {
        if (flags.contains(Flag.GLOBAL)) {
            if (flags.contains(Flag.NONLOCAL)) {
                throw atDirective(scope, name, "name '" + name + "' is nonlocal and global");
            }
            scope.bindings.put(name, Binding.GLOBAL_EXPLICIT);
            global.add(name);
            bound.ifPresent(names -> names.remove(name));
        } else if (flags.contains(Flag.NONLOCAL)) {
            if (bound.isEmpty()) {
                throw atDirective(scope, name, "nonlocal declaration not allowed at module level");
            }
            if (!bound.get().contains(name)) {
                throw atDirective(scope, name, "no binding for nonlocal '" + name + "' found");
            }
            scope.bindings.put(name, Binding.FREE);
            free.add(name);
        } else if (flags.contains(Flag.LOCAL) || flags.contains(Flag.PARAM) || flags.contains(Flag.IMPORT)) {
            scope.bindings.put(name, Binding.LOCAL);
            local.add(name);
            global.remove(name);
        } else if (bound.isPresent() && bound.get().contains(name)) {
            scope.bindings.put(name, Binding.FREE);
            free.add(name);
        } else {
            scope.bindings.put(name, Binding.GLOBAL_IMPLICIT);
        }
    }

    private PythonSyntaxError atDirective(Scope scope, String name, String message) {
        return SymbolTable.error(fileName, scope.directives.get(name), message);
    }

    private static void analyzeCells(Scope scope, Set<String> free) {
        for (Map.Entry<String, Binding> entry : scope.bindings.entrySet()) {
            if (entry.getValue() == Binding.LOCAL && free.remove(entry.getKey())) {
                entry.setValue(Binding.CELL);
            }
        }
    }

    /** Names that blocks inside need from further out pass through this one. */
    private static void updateSymbols(Scope scope, Optional<Set<String>> bound, Set<String> free, boolean isClass) {
        for (String name : free) {
            Set<Flag> flags = scope.symbols.get(name);
            if (flags != null) {
                boolean own = flags.contains(Flag.LOCAL) || flags.contains(Flag.PARAM) || flags.contains(Flag.IMPORT)
                        || flags.contains(Flag.GLOBAL);
                if (isClass && own) {
                    flags.add(Flag.FREE_CLASS);
                }
            } else if (bound.isEmpty() || bound.get().contains(name)) {
                scope.symbols.put(name, java.util.EnumSet.noneOf(Flag.class));
                scope.bindings.put(name, Binding.FREE);
            }
        }
    }
}
