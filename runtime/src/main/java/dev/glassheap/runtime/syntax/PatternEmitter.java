package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code match}: each pattern takes the subject from the stack and leaves what it captures, or jumps away. All share the
 * account of what lies on the stack, hence one file.
 */
final class PatternEmitter {

    private final CodeEmitter emitter;
    private Context context = new Context();

    PatternEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /** The pattern being compiled: what lies on the stack, and where a failure pops it. */
    private static final class Context {
        List<String> stores = new ArrayList<>();
        boolean allowIrrefutable;
        List<BasicBlock> failPop = new ArrayList<>();
        int onTop;
    }

    private static boolean isWildcard(Pattern pattern) {
        return pattern instanceof Pattern.MatchAs as && as.name().isEmpty();
    }

    private static boolean isStarWildcard(Pattern pattern) {
        return pattern instanceof Pattern.MatchStar star && star.name().isEmpty();
    }

    void match(Stmt.Match s) {
        Context outer = context;
        emitter.expressions.visit(s.subject());
        BasicBlock end = emitter.newBlock();
        int count = s.cases().size();
        boolean hasDefault = count > 1 && isWildcard(s.cases().getLast().pattern());
        int tested = hasDefault ? count - 1 : count;
        for (int at = 0; at < tested; at++) {
            MatchCase matchCase = s.cases().get(at);
            context = new Context();
            context.allowIrrefutable = matchCase.guard().isPresent() || at == count - 1;
            matchCase(matchCase, at == tested - 1, end);
        }
        if (hasDefault) {
            MatchCase last = s.cases().getLast();
            emitter.at(last.pattern());
            emitter.op(NOP);
            last.guard().ifPresent(guard -> emitter.conditions.jumpIf(guard, end, false));
            emitter.statements.visit(last.body());
        }
        emitter.use(end);
        context = outer;
    }

    private void matchCase(MatchCase matchCase, boolean last, BasicBlock end) {
        emitter.at(matchCase.pattern());
        if (!last) {
            emitter.op(COPY, 1);
        }
        pattern(matchCase.pattern());
        context.stores.forEach(name -> emitter.variable(name, ExprContext.STORE));
        matchCase.guard().ifPresent(guard -> emitter.conditions.jumpIf(guard, failPop(0), false));
        if (!last) {
            emitter.op(POP_TOP);
        }
        Context present = context;
        emitter.statements.visit(matchCase.body());
        context = present;
        emitter.jump(JUMP, end);
        emitter.at(matchCase.pattern());
        emitFailPop();
    }

    /** Where a failure goes that has to pop {@code pops} items. */
    private BasicBlock failPop(int pops) {
        while (context.failPop.size() <= pops) {
            context.failPop.add(emitter.newBlock());
        }
        return context.failPop.get(pops);
    }

    private void fail(Opcode jump) {
        emitter.jump(jump, failPop(context.onTop + context.stores.size()));
    }

    private void emitFailPop() {
        if (context.failPop.isEmpty()) {
            emitter.use(emitter.newBlock());
            return;
        }
        for (int at = context.failPop.size() - 1; at > 0; at--) {
            emitter.use(context.failPop.get(at));
            emitter.op(POP_TOP);
        }
        emitter.use(context.failPop.getFirst());
        context.failPop = new ArrayList<>();
    }

    private void rotate(int count) {
        for (int left = count; left > 1; left--) {
            emitter.op(SWAP, left);
        }
    }

    private void store(Optional<String> name) {
        if (name.isEmpty()) {
            emitter.op(POP_TOP);
            return;
        }
        emitter.forbidDebug(name.get(), ExprContext.STORE);
        requireNew(name.get());
        rotate(context.onTop + context.stores.size() + 1);
        context.stores.add(name.get());
    }

    private void requireNew(String name) {
        if (context.stores.contains(name)) {
            throw emitter.error("multiple assignments to name '" + name + "' in pattern");
        }
    }

    private void pattern(Pattern pattern) {
        emitter.at(pattern);
        switch (pattern) {
            case Pattern.MatchValue value -> {
                if (!isValue(value.value())) {
                    throw emitter.error("patterns may only match literals and attribute lookups");
                }
                emitter.expressions.visit(value.value());
                emitter.compare(CmpOp.EQ);
                fail(POP_JUMP_IF_FALSE);
            }
            case Pattern.MatchSingleton singleton -> {
                emitter.loadConst(singleton.value());
                emitter.compare(CmpOp.IS);
                fail(POP_JUMP_IF_FALSE);
            }
            case Pattern.MatchSequence sequence -> sequence(sequence.patterns());
            case Pattern.MatchMapping mapping -> mapping(mapping);
            case Pattern.MatchClass cls -> classPattern(cls);
            case Pattern.MatchStar star -> store(star.name());
            case Pattern.MatchAs as -> as(as);
            case Pattern.MatchOr or -> or(or.patterns());
        }
    }

    private static boolean isValue(Expr value) {
        return value instanceof Expr.Constant || value instanceof Expr.Attribute;
    }

    private void subpattern(Pattern pattern) {
        boolean before = context.allowIrrefutable;
        context.allowIrrefutable = true;
        pattern(pattern);
        context.allowIrrefutable = before;
    }

    private void as(Pattern.MatchAs as) {
        if (as.pattern().isEmpty()) {
            if (!context.allowIrrefutable) {
                throw emitter.error(as.name().map(name -> "name capture '" + name + "'").orElse("wildcard")
                        + " makes remaining patterns unreachable");
            }
            store(as.name());
            return;
        }
        context.onTop++;
        emitter.op(COPY, 1);
        pattern(as.pattern().get());
        context.onTop--;
        store(as.name());
    }

    private void sequence(List<Pattern> patterns) {
        int star = -1;
        boolean starWildcard = false;
        boolean onlyWildcards = true;
        for (int at = 0; at < patterns.size(); at++) {
            Pattern pattern = patterns.get(at);
            if (pattern instanceof Pattern.MatchStar) {
                if (star >= 0) {
                    throw emitter.error("multiple starred names in sequence pattern");
                }
                starWildcard = isStarWildcard(pattern);
                onlyWildcards &= starWildcard;
                star = at;
            } else {
                onlyWildcards &= isWildcard(pattern);
            }
        }
        context.onTop++;
        emitter.op(MATCH_SEQUENCE);
        fail(POP_JUMP_IF_FALSE);
        if (star < 0) {
            checkLength(patterns.size(), CmpOp.EQ);
        } else if (patterns.size() > 1) {
            checkLength(patterns.size() - 1, CmpOp.GT_E);
        }
        context.onTop--;
        if (onlyWildcards) {
            emitter.op(POP_TOP);
        } else if (starWildcard) {
            subscripts(patterns, star);
        } else {
            unpack(patterns, star);
        }
    }

    private void checkLength(int length, CmpOp op) {
        emitter.op(GET_LEN);
        emitter.loadConst(length);
        emitter.compare(op);
        fail(POP_JUMP_IF_FALSE);
    }

    private void unpack(List<Pattern> patterns, int star) {
        int size = patterns.size();
        if (star >= 1 << 8) {
            throw emitter.error("too many expressions in star-unpacking sequence pattern");
        }
        if (star >= 0) {
            emitter.op(UNPACK_EX, star + (size - star - 1 << 8));
        } else {
            emitter.op(UNPACK_SEQUENCE, size);
        }
        context.onTop += size;
        for (Pattern pattern : patterns) {
            context.onTop--;
            subpattern(pattern);
        }
    }

    private void subscripts(List<Pattern> patterns, int star) {
        context.onTop++;
        for (int at = 0; at < patterns.size(); at++) {
            Pattern pattern = patterns.get(at);
            if (isWildcard(pattern) || at == star) {
                continue;
            }
            emitter.op(COPY, 1);
            if (at < star) {
                emitter.loadConst(at);
            } else {
                emitter.op(GET_LEN);
                emitter.loadConst(patterns.size() - at);
                emitter.op(BINARY_OP);
            }
            emitter.op(BINARY_SUBSCR);
            subpattern(pattern);
        }
        context.onTop--;
        emitter.op(POP_TOP);
    }

    private void classPattern(Pattern.MatchClass cls) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < cls.kwdAttrs().size(); at++) {
            if (!seen.add(cls.kwdAttrs().get(at))) {
                throw emitter.error(cls.kwdPatterns().get(at),
                        "attribute name repeated in class pattern: " + cls.kwdAttrs().get(at));
            }
        }
        emitter.expressions.visit(cls.cls());
        emitter.loadStrings(cls.kwdAttrs());
        emitter.op(MATCH_CLASS, cls.patterns().size());
        notNone();
        context.onTop++;
        fail(POP_JUMP_IF_FALSE);
        List<Pattern> all = new ArrayList<>(cls.patterns());
        all.addAll(cls.kwdPatterns());
        emitter.op(UNPACK_SEQUENCE, all.size());
        context.onTop += all.size() - 1;
        for (Pattern pattern : all) {
            context.onTop--;
            if (isWildcard(pattern)) {
                emitter.op(POP_TOP);
            } else {
                subpattern(pattern);
            }
        }
    }

    private void notNone() {
        emitter.op(COPY, 1);
        emitter.loadConst(ConstantValue.NONE);
        emitter.op(IS_OP, 1);
    }

    private void mapping(Pattern.MatchMapping mapping) {
        int size = mapping.keys().size();
        context.onTop++;
        emitter.op(MATCH_MAPPING);
        fail(POP_JUMP_IF_FALSE);
        if (size == 0 && mapping.rest().isEmpty()) {
            context.onTop--;
            emitter.op(POP_TOP);
            return;
        }
        if (size > 0) {
            checkLength(size, CmpOp.GT_E);
        }
        keys(mapping.keys());
        emitter.op(BUILD_TUPLE, size);
        emitter.op(MATCH_KEYS);
        context.onTop += 2;
        notNone();
        fail(POP_JUMP_IF_FALSE);
        emitter.op(UNPACK_SEQUENCE, size);
        context.onTop += size - 1;
        for (Pattern pattern : mapping.patterns()) {
            context.onTop--;
            subpattern(pattern);
        }
        context.onTop -= 2;
        if (mapping.rest().isPresent()) {
            rest(size);
            store(mapping.rest());
        } else {
            emitter.op(POP_TOP);
            emitter.op(POP_TOP);
        }
    }

    private void keys(List<Expr> keys) {
        Set<ConstantValue> seen = new HashSet<>();
        for (Expr key : keys) {
            if (key instanceof Expr.Constant constant) {
                if (!seen.add(constant.value())) {
                    throw emitter.error("mapping pattern checks duplicate key (%s)"
                            .formatted(ConstantText.of(constant.value())));
                }
            } else if (!(key instanceof Expr.Attribute)) {
                throw emitter.error("mapping pattern keys may only match literals and attribute lookups");
            }
            emitter.expressions.visit(key);
        }
    }

    /** Copies the mapping without the keys that matched. */
    private void rest(int size) {
        emitter.op(BUILD_MAP, 0);
        emitter.op(SWAP, 3);
        emitter.op(DICT_UPDATE, 2);
        emitter.op(UNPACK_SEQUENCE, size);
        for (int left = size; left > 0; left--) {
            emitter.op(COPY, 1 + left);
            emitter.op(SWAP, 2);
            emitter.op(DELETE_SUBSCR);
        }
    }

    private void or(List<Pattern> patterns) {
        BasicBlock end = emitter.newBlock();
        Context outer = context;
        List<String> control = List.of();
        for (int at = 0; at < patterns.size(); at++) {
            context = new Context();
            context.allowIrrefutable = at == patterns.size() - 1 && outer.allowIrrefutable;
            emitter.at(patterns.get(at));
            emitter.op(COPY, 1);
            pattern(patterns.get(at));
            if (at == 0) {
                control = context.stores;
            } else {
                reorder(control);
            }
            emitter.jump(JUMP, end);
            emitFailPop();
        }
        context = outer;
        emitter.op(POP_TOP);
        fail(JUMP);
        emitter.use(end);
        int rotations = control.size() + 1 + context.onTop + context.stores.size();
        for (String name : control) {
            rotate(rotations);
            requireNew(name);
            context.stores.add(name);
        }
        emitter.op(POP_TOP);
    }

    /** Brings what this alternative captured into the order of the first one. */
    private void reorder(List<String> control) {
        List<String> stores = context.stores;
        if (stores.size() != control.size()) {
            throw emitter.error("alternative patterns bind different names");
        }
        for (int wanted = control.size() - 1; wanted >= 0; wanted--) {
            int found = stores.indexOf(control.get(wanted));
            if (found < 0) {
                throw emitter.error("alternative patterns bind different names");
            }
            if (found == wanted) {
                continue;
            }
            int rotations = found + 1;
            List<String> rotated = new ArrayList<>(stores.subList(0, rotations));
            stores.subList(0, rotations).clear();
            stores.addAll(wanted - found, rotated);
            for (int turn = 0; turn < rotations; turn++) {
                rotate(wanted + 1);
            }
        }
    }
}
