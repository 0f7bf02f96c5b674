package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Code shapes as lines of text, the same that {@code oracle.py} makes of CPython's code objects. */
final class ShapeDump {

    private ShapeDump() {}

    static List<String> of(String source) {
        AnalyzedTree analyzed = AnalyzedTree.of(Parser.parseModule(source, "<case>"), "<case>");
        List<String> lines = new ArrayList<>();
        walk(analyzed.shapeOf(analyzed.symbols().module()), lines);
        return lines;
    }

    private static void walk(CodeShape shape, List<String> lines) {
        lines.add(line(shape));
        for (CodeShape.Const constant : shape.consts()) {
            if (constant instanceof CodeShape.Const.Code code) {
                walk(code.code(), lines);
            }
        }
    }

    private static String line(CodeShape shape) {
        return String.join(" | ", shape.scope().qualname(), "line " + shape.firstLine(), "stack " + shape.stackSize(),
                "units " + shape.codeUnits(), "bytes " + shape.sizeInBytes(), "flags " + shape.flags(),
                "args " + shape.argcount() + " " + shape.posonlyargcount() + " " + shape.kwonlyargcount(),
                "names " + shape.names(), "varnames " + shape.varnames(), "cells " + shape.cellvars(),
                "frees " + shape.freevars(),
                "consts " + shape.consts().stream().map(ShapeDump::constant).toList());
    }

    private static String constant(CodeShape.Const constant) {
        return switch (constant) {
            case CodeShape.Const.Code _ -> "code";
            case CodeShape.Const.Value value -> constant(value.value());
        };
    }

    private static String constant(ConstantValue value) {
        return switch (value) {
            case ConstantValue.FrozenSetValue set -> "frozenset(" + String.join(", ",
                    new TreeSet<>(set.items().stream().map(ShapeDump::constant).toList())) + ")";
            case ConstantValue.TupleValue tuple -> tuple.items().stream()
                    .map(ShapeDump::constant)
                    .collect(Collectors.joining(", ", "tuple(", ")"));
            default -> AstDump.of(value);
        };
    }
}
