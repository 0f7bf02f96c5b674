package dev.glassheap.runtime.snapshot;

/** What a reference is, inside the object that holds it. */
public sealed interface EdgeLabel {

    /** A slot, an attribute of an instance, or a field the runtime names ({@code ob_type}). */
    record Attribute(String name) implements EdgeLabel { }

    /** Place in a list or tuple. */
    record Item(int index) implements EdgeLabel { }

    /** The object is a key of the dict. */
    record Key(String preview) implements EdgeLabel { }

    /** The object is the dict's value of this key. */
    record Value(String key) implements EdgeLabel { }

    /** Element of a set. */
    record Element() implements EdgeLabel { }

    /** What to append to the holder's name to speak of the reference. */
    default String suffix() {
        return switch (this) {
            case Attribute(String name) -> "." + name;
            case Item(int index) -> "[" + index + "]";
            case Key(String preview) -> " key " + preview;
            case Value(String key) -> "[" + key + "]";
            case Element() -> " item";
        };
    }

    /** The label alone, as on an arrow; special names without their underscores, which would crowd out the word. */
    default String word() {
        return switch (this) {
            case Attribute(String name) -> name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                    ? name.substring(2, name.length() - 2) : name;
            case Item(int index) -> "[" + index + "]";
            case Key(String preview) -> "key " + preview;
            case Value(String key) -> "[" + key + "]";
            case Element() -> "item";
        };
    }
}
