package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tuples, lists, sets and dicts that are written out. */
final class DisplayEmitter {

    private final CodeEmitter emitter;

    DisplayEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /**
     * Builds a sequence of the elements and of what is already on the stack.
     *
     * @param pushed how many elements are on the stack
     * @param build BUILD_TUPLE, BUILD_LIST or BUILD_SET
     */
    void build(List<Expr> elements, int pushed, Opcode build) {
        boolean tuple = build == BUILD_TUPLE;
        Opcode grow = tuple ? BUILD_LIST : build;
        Opcode add = build == BUILD_SET ? SET_ADD : LIST_APPEND;
        Opcode extend = build == BUILD_SET ? SET_UPDATE : LIST_EXTEND;
        Optional<List<ConstantValue>> constants = elements.size() > 2 ? constants(elements) : Optional.empty();
        if (constants.isPresent()) {
            buildConstant(constants.get(), pushed, build, grow, extend);
            return;
        }
        boolean big = elements.size() + pushed > CodeEmitter.STACK_USE_GUIDELINE;
        boolean starred = elements.stream().anyMatch(Expr.Starred.class::isInstance);
        if (!starred && !big) {
            emitter.expressions.visit(elements);
            emitter.op(build, elements.size() + pushed);
            return;
        }
        boolean built = big;
        if (big) {
            emitter.op(grow, pushed);
        }
        for (int at = 0; at < elements.size(); at++) {
            if (elements.get(at) instanceof Expr.Starred star) {
                if (!built) {
                    emitter.op(grow, at + pushed);
                    built = true;
                }
                emitter.expressions.visit(star.value());
                emitter.op(extend, 1);
            } else {
                emitter.expressions.visit(elements.get(at));
                if (built) {
                    emitter.op(add, 1);
                }
            }
        }
        if (tuple) {
            emitter.op(LIST_TO_TUPLE);
        }
    }

    private void buildConstant(List<ConstantValue> values, int pushed, Opcode build, Opcode grow, Opcode extend) {
        ConstantValue folded = build == BUILD_SET
                ? new ConstantValue.FrozenSetValue(values)
                : new ConstantValue.TupleValue(values);
        if (build == BUILD_TUPLE && pushed == 0) {
            emitter.loadConst(folded);
            return;
        }
        emitter.op(grow, pushed);
        emitter.loadConst(folded);
        emitter.op(extend, 1);
        if (build == BUILD_TUPLE) {
            emitter.op(LIST_TO_TUPLE);
        }
    }

    private static Optional<List<ConstantValue>> constants(List<Expr> elements) {
        List<ConstantValue> values = new ArrayList<>();
        for (Expr element : elements) {
            if (!(element instanceof Expr.Constant constant)) {
                return Optional.empty();
            }
            values.add(constant.value());
        }
        return Optional.of(values);
    }

    void dict(Expr.Dict e) {
        int size = e.values().size();
        int waiting = 0;
        boolean built = false;
        for (int at = 0; at < size; at++) {
            if (e.keys().get(at).isEmpty()) {
                if (waiting > 0) {
                    built = part(e, at - waiting, at, built);
                    waiting = 0;
                }
                if (!built) {
                    emitter.op(BUILD_MAP, 0);
                    built = true;
                }
                emitter.expressions.visit(e.values().get(at));
                emitter.op(DICT_UPDATE, 1);
            } else if (waiting * 2 > CodeEmitter.STACK_USE_GUIDELINE) {
                built = part(e, at - waiting, at + 1, built);
                waiting = 0;
            } else {
                waiting++;
            }
        }
        if (waiting > 0) {
            built = part(e, size - waiting, size, built);
        }
        if (!built) {
            emitter.op(BUILD_MAP, 0);
        }
    }

    private boolean part(Expr.Dict e, int begin, int end, boolean built) {
        subDict(e, begin, end);
        if (built) {
            emitter.op(DICT_UPDATE, 1);
        }
        return true;
    }

    private void subDict(Expr.Dict e, int begin, int end) {
        int count = end - begin;
        boolean big = count * 2 > CodeEmitter.STACK_USE_GUIDELINE;
        List<Expr> keys = e.keys().subList(begin, end).stream().map(Optional::orElseThrow).toList();
        Optional<List<ConstantValue>> constants = count > 1 && !big ? constants(keys) : Optional.empty();
        if (constants.isPresent()) {
            emitter.expressions.visit(e.values().subList(begin, end));
            emitter.loadConst(new ConstantValue.TupleValue(constants.get()));
            emitter.op(BUILD_CONST_KEY_MAP, count);
            return;
        }
        if (big) {
            emitter.op(BUILD_MAP, 0);
        }
        for (int at = begin; at < end; at++) {
            emitter.expressions.visit(e.keys().get(at).orElseThrow());
            emitter.expressions.visit(e.values().get(at));
            if (big) {
                emitter.op(MAP_ADD, 1);
            }
        }
        if (!big) {
            emitter.op(BUILD_MAP, count);
        }
    }
}
