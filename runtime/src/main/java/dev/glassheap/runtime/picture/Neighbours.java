package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.EdgeLabel;
import dev.glassheap.runtime.snapshot.Holders.Holder;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects and roots around one object, each once however many references run between the two.
 *
 * @param top    holders, drawn above
 * @param sides  up to two objects that hold it and are held by it, drawn left and right
 * @param bottom what it refers to, drawn below
 * @param moreHolders   holders beyond those drawn, as number of references by type, most first
 * @param moreReferents likewise of referents
 * @param keys          references to keys of a dict, which are not drawn
 */
record Neighbours(List<Node> top, List<Node> sides, List<Node> bottom, Map<String, Integer> moreHolders, Map<String,
        Integer> moreReferents, int keys) {

    /** Most boxes above and below. */
    static final int MOST = 6;
    private static final int SIDES = 2;

    /**
     * A box.
     *
     * @param object   object number, or {@link ObjectTable#NOTHING} for a variable
     * @param name     title of the box
     * @param note     second line
     * @param holds    words of the references to the object in the middle; empty if there are none
     * @param referred words of the references from it
     * @param first    running number of the first reference that it holds, from 1
     */
    record Node(int object, String name, String note, List<String> holds, List<String> referred, int first) {

        /** {@code [3]}, {@code [0], [2]}, {@code [0]..: 100}. */
        static String words(List<String> labels) {
            if (labels.size() <= 2) {
                return String.join(", ", labels);
            }
            return labels.getFirst() + "..: " + Words.number(labels.size());
        }

        /** Number in the circle: {@code 2}, or {@code 5x} for several references. */
        String count() {
            return holds.size() == 1 ? Integer.toString(first) : holds.size() > 9 ? "n" : holds.size() + "x";
        }
    }

    static Neighbours of(ObjectFacts facts) {
        Map<Integer, List<String>> referred = referred(facts);
        var holders = new LinkedHashMap<Object, Node>();
        int running = 1;
        for (Holder holder : facts.known()) {
            switch (holder) {
                case Holder.ByRoot byRoot -> holders.put(byRoot.root(), root(byRoot.root(), running));
                case Holder.ByObject(int object, EdgeLabel label) -> holders.merge(object,
                        new Node(object, facts.names.object(object), "", List.of(Words.visible(label.word())),
                        referred.getOrDefault(object, List.of()), running),
                        Neighbours::join);
            }
            running++;
        }
        var sides = new ArrayList<Node>();
        var top = new ArrayList<Node>();
        var hidden = new TreeMap<String, Integer>();
        for (Node node : holders.values()) {
            if (!node.referred().isEmpty() && node.object() != facts.object && sides.size() < SIDES) {
                sides.add(noted(facts, node));
            } else if (top.size() < MOST) {
                top.add(noted(facts, node));
            } else {
                hidden.merge(node.object() == ObjectTable.NOTHING ? "roots"
                        : Words.visible(facts.objects.typeName(node.object())), node.holds().size(), Integer::sum);
            }
        }
        return below(facts, referred, holders, top, sides, hidden);
    }

    private static Neighbours below(ObjectFacts facts, Map<Integer, List<String>> referred, Map<Object, Node> holders, List<Node> top,
                                    List<Node> sides, Map<String, Integer> moreHolders) {
        var bottom = new ArrayList<Node>();
        var hidden = new TreeMap<String, Integer>();
        referred.forEach((object, labels) -> {
            if (holders.containsKey(object) && sides.stream().anyMatch(node -> node.object() == object)) {
                return;
            }
            if (bottom.size() < MOST) {
                bottom.add(noted(facts, new Node(object, facts.names.object(object), "", List.of(), labels, 0)));
            } else {
                hidden.merge(Words.visible(facts.objects.typeName(object)), labels.size(), Integer::sum);
            }
        });
        return new Neighbours(top, sides, bottom, moreHolders, hidden, keys(facts));
    }

    private static Map<Integer, List<String>> referred(ObjectFacts facts) {
        var referred = new LinkedHashMap<Integer, List<String>>();
        for (int edge = 0; edge < facts.objects.edgeCount(facts.object); edge++) {
            int target = facts.objects.edgeTarget(facts.object, edge);
            if (target != ObjectTable.NOTHING && !(facts.objects.edgeLabel(facts.object, edge) instanceof EdgeLabel.Key)) {
                referred.computeIfAbsent(target, t -> new ArrayList<>())
                        .add(Words.visible(facts.objects.edgeLabel(facts.object, edge).word()));
            }
        }
        return referred;
    }

    private static Node root(Root root, int running) {
        String holder = Words.visible(root.holder());
        String name = Words.visible(root.name());
        return switch (root.kind()) {
            case GLOBALS -> new Node(ObjectTable.NOTHING, "globals", "of " + holder, List.of(""), List.of(), running);
            case LOCAL -> new Node(ObjectTable.NOTHING, name, holder.isEmpty() ? "local" : "local of " + holder, List.of(""),
                    List.of(), running);
            case STACK -> new Node(ObjectTable.NOTHING, "in use", "in " + holder, List.of(""), List.of(), running);
            case INTERPRETER -> new Node(ObjectTable.NOTHING, "interpreter", name, List.of(""), List.of(), running);
            case STATIC -> new Node(ObjectTable.NOTHING, "static memory", name, List.of(""), List.of(), running);
        };
    }

    private static int keys(ObjectFacts facts) {
        int keys = 0;
        for (int edge = 0; edge < facts.objects.edgeCount(facts.object); edge++) {
            keys += facts.objects.edgeLabel(facts.object, edge) instanceof EdgeLabel.Key ? 1 : 0;
        }
        return keys;
    }

    private static Node join(Node a, Node b) {
        var holds = new ArrayList<>(a.holds());
        holds.addAll(b.holds());
        return new Node(a.object(), a.name(), a.note(), holds, a.referred(), a.first());
    }

    private static Node noted(ObjectFacts facts, Node node) {
        if (node.object() == ObjectTable.NOTHING) {
            return node;
        }
        return new Node(node.object(), node.name(), facts.note(node.object()), node.holds(), node.referred(), node.first());
    }

    /** {@code 88 by list, 12 by dict}: what is not drawn; empty if all is. */
    static String more(Map<String, Integer> hidden) {
        var words = new ArrayList<String>();
        hidden.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(e -> words.add(Words.number(e.getValue()) + " " + e.getKey()));
        return Words.some(words, 5);
    }
}
