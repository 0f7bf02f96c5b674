package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One block of code with its names: an entry of CPython's symbol table.
 *
 * <p>Names are looked up as they are written in the source; private names of classes ({@code __x}) are mangled here.
 */
public final class Scope {

    /** What the block is. A comprehension is a function of its own with one parameter, {@code .0}. */
    public enum Kind { MODULE, CLASS, FUNCTION, LAMBDA, COMPREHENSION, GENERATOR_EXPRESSION }

    /** Where a name lives. In a module or class LOCAL means its namespace. */
    public enum Binding { LOCAL, CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT }

    /** What was seen of a name; CPython's DEF_ and USE flags. */
    enum Flag { GLOBAL, LOCAL, PARAM, NONLOCAL, USE, FREE_CLASS, IMPORT, ANNOT, COMP_ITER }

    private final Kind kind;
    private final String name;
    private final Optional<Scope> parent;
    private final Optional<String> privateName;
    private final int firstLine;
    private final List<Scope> children = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    final Map<String, Set<Flag>> symbols = new LinkedHashMap<>();
    final Map<String, Binding> bindings = new HashMap<>();
    /** Where {@code global} and {@code nonlocal} name something, for error messages. */
    final Map<String, Span> directives = new LinkedHashMap<>();

    boolean varArgs;
    boolean varKeywords;
    boolean generator;
    boolean coroutine;
    boolean needsClassCell;
    boolean inIterationTarget;
    int iterableDepth;

    Scope(Kind kind, String name, Optional<Scope> parent, Optional<String> privateName, int firstLine) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.privateName = privateName;
        this.firstLine = firstLine;
        parent.ifPresent(outer -> outer.children.add(this));
    }

    void addParameter(String mangled) {
        parameters.add(mangled);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether names are local variables in slots, visible to blocks inside. */
    public boolean isFunctionLike() {
        return kind != Kind.MODULE && kind != Kind.CLASS;
    }

    boolean isComprehension() {
        return kind == Kind.COMPREHENSION || kind == Kind.GENERATOR_EXPRESSION;
    }

    /** As in {@code co_name}: the function's or class's name, {@code <module>}, {@code <lambda>}, {@code <listcomp>} ... */
    public String name() {
        return name;
    }

    /** The enclosing block, absent for a module. */
    public Optional<Scope> parent() {
        return parent;
    }

    /** The blocks directly inside, in the order in which CPython's symbol table visits them. */
    public List<Scope> children() {
        return Collections.unmodifiableList(children);
    }

    /** The first line of the definition, decorators not counted; from 1, 0 for a module. */
    public int firstLine() {
        return firstLine;
    }

    /**
     * The parameters, mangled, in the order of {@code co_varnames}: positional, keyword-only, {@code *args},
     * {@code **kwargs}. Other locals follow them in the order of the compiled code, which {@link CodeShape} knows.
     */
    public List<String> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    public boolean hasVarArgs() {
        return varArgs;
    }

    public boolean hasVarKeywords() {
        return varKeywords;
    }

    /** Contains {@code yield}, or is a generator expression. */
    public boolean isGenerator() {
        return generator;
    }

    /** {@code async def}, or contains {@code await} or an asynchronous comprehension. */
    public boolean isCoroutine() {
        return coroutine;
    }

    /** Whether a method refers to {@code __class__} (or {@code super}), so that the class body has that cell. */
    public boolean needsClassCell() {
        return needsClassCell;
    }

    /** Whether the block is inside a function, at any depth. */
    public boolean isNested() {
        return parent.filter(outer -> outer.isFunctionLike() || outer.isNested()).isPresent();
    }

    /** Where {@code name}, as written in this block, lives. A name that the block does not mention is an implicit global. */
    public Binding binding(String name) {
        return bindings.getOrDefault(mangle(name), Binding.GLOBAL_IMPLICIT);
    }

    /** Locals that are neither parameters nor cells, in the order in which the symbol table met them. */
    public List<String> otherLocals() {
        return symbols.keySet().stream()
                .filter(local -> bindings.get(local) == Binding.LOCAL && !parameters.contains(local))
                .toList();
    }

    /** Whether the block mentions the name. */
    public boolean mentions(String name) {
        return symbols.containsKey(mangle(name));
    }

    /** Whether an import statement of this block binds the name. */
    boolean imports(String mangled) {
        return symbols.getOrDefault(mangled, Set.of()).contains(Flag.IMPORT);
    }

    /**
     * {@code co_cellvars}: variables that blocks inside share. Parameters come first in their order, then the others sorted
     * by code point. Without the {@code __class__} of a class, see {@link #needsClassCell}.
     */
    public List<String> cellVars() {
        Stream<String> cells = bindings.entrySet().stream()
                .filter(entry -> entry.getValue() == Binding.CELL && !parameters.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted(Scope::compareCodePoints);
        Stream<String> ofParameters = parameters.stream().filter(parameter -> bindings.get(parameter) == Binding.CELL);
        return Stream.concat(ofParameters, cells).toList();
    }

    /** {@code co_freevars}: variables of enclosing blocks, sorted by code point. */
    public List<String> freeVars() {
        return symbols.entrySet().stream()
                .filter(entry -> bindings.get(entry.getKey()) == Binding.FREE || entry.getValue().contains(Flag.FREE_CLASS))
                .map(Map.Entry::getKey)
                .sorted(Scope::compareCodePoints)
                .toList();
    }

    private static int compareCodePoints(String left, String right) {
        return java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    /** The name under which {@code name} is stored: {@code __x} in class {@code C} is {@code _C__x}. */
    public String mangle(String name) {
        return privateName.map(cls -> mangle(cls, name)).orElse(name);
    }

    /** The class whose private names are mangled here. */
    Optional<String> privateName() {
        return privateName;
    }

    static String mangle(String className, String name) {
        if (!name.startsWith("__") || name.endsWith("__") || name.contains(".")) {
            return name;
        }
        String stripped = className.replaceFirst("^_+", "");
        return stripped.isEmpty() ? name : "_" + stripped + name;
    }

    /** {@code __qualname__} of the function or class that the block is; of a module its name. */
    public String qualname() {
        if (parent.isEmpty() || parent.get().kind == Kind.MODULE) {
            return name;
        }
        Scope outer = parent.get();
        boolean definition = kind == Kind.FUNCTION || kind == Kind.CLASS;
        if (definition && outer.binding(name) == Binding.GLOBAL_EXPLICIT) {
            return name;
        }
        boolean locals = outer.kind == Kind.FUNCTION || outer.kind == Kind.LAMBDA;
        return outer.qualname() + (locals ? ".<locals>." : ".") + name;
    }

    @Override
    public String toString() {
        return kind + " " + qualname();
    }
}
