package dev.glassheap.runtime.snapshot;

/**
 * A reference that keeps an object alive without being held by an object.
 *
 * @param kind   decides how the path is worded and which root is preferred, earlier kinds first
 * @param holder module or function: {@code "__main__"}, {@code "chain()"}; may be empty
 * @param name   variable, or what the interpreter keeps it for; empty for {@link Kind#GLOBALS}
 * @param target object number
 */
public record Root(Kind kind, String holder, String name, int target) {

    /** Ordered by how much a reader can do about it. */
    public enum Kind {
        /** The target is the dict of a module's globals. */
        GLOBALS,
        /** A local variable of a frame that runs. */
        LOCAL,
        /** An operand or argument of a frame that runs. */
        STACK,
        /** The interpreter itself: builtins, sys.modules, interned strings. */
        INTERPRETER,
        /** Never freed. */
        STATIC
    }

    /** How the root begins a sentence: {@code "global"}, {@code "local node of chain()"}. */
    public String wording() {
        return switch (kind) {
            case GLOBALS -> "globals of " + holder;
            case LOCAL -> "local " + name + (holder.isEmpty() ? "" : " of " + holder);
            case STACK -> "a value in use in " + holder;
            case INTERPRETER -> "the interpreter" + (name.isEmpty() ? "" : " (" + name + ")");
            case STATIC -> "static memory";
        };
    }
}
