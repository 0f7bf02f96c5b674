package dev.glassheap.runtime.snapshot;

import java.util.List;

/**
 * How the edges of an object are called, without a word per edge: the first ones have the given names, the others follow a
 * rule. Objects of one shape share one of these; a snapshot stores 4 bytes an edge because of it. A named place that holds
 * nothing has the target {@link ObjectTable#NOTHING}, so that the names stay in step.
 */
public record EdgeLabels(List<String> names, Rest rest) {

    public EdgeLabels {
        names = List.copyOf(names);
    }

    /** The rule for the edges after the named ones. */
    public enum Rest {
        /** There are none. */
        NONE,
        /** Items of a list or tuple: {@code [0]}, {@code [1]}, ... */
        INDEX,
        /** Keys and values of a dict, in turns. */
        KEY_VALUE,
        /** Elements of a set, or whatever has neither name nor place. */
        ELEMENT
    }

    public static EdgeLabels named(String... names) {
        return new EdgeLabels(List.of(names), Rest.NONE);
    }

    public static EdgeLabels of(Rest rest) {
        return new EdgeLabels(List.of(), rest);
    }

    /** The label of edge {@code k} of an object that is labelled by this. */
    EdgeLabel decode(ObjectTable objects, int object, int k) {
        if (k < names.size()) {
            return new EdgeLabel.Attribute(names.get(k));
        }
        int place = k - names.size();
        return switch (rest) {
            case INDEX -> new EdgeLabel.Item(place);
            case KEY_VALUE -> place % 2 == 0
                    ? new EdgeLabel.Key(objects.shortText(objects.edgeTarget(object, k)))
                    : new EdgeLabel.Value(objects.shortText(objects.edgeTarget(object, k - 1)));
            case ELEMENT, NONE -> new EdgeLabel.Element();
        };
    }
}
