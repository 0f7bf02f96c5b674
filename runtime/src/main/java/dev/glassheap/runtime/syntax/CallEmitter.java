package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.List;

/** Calls. */
final class CallEmitter {

    private final CodeEmitter emitter;

    CallEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    void call(Expr.Call e) {
        checkKeywords(e.keywords());
        if (e.func() instanceof Expr.Attribute method && isSimple(e) && !isImported(method.value())) {
            methodCall(method, e);
            return;
        }
        emitter.at(e.func());
        emitter.op(PUSH_NULL);
        emitter.expressions.visit(e.func());
        emitter.at(e);
        arguments(0, e.args(), e.keywords());
    }

    private void checkKeywords(List<Keyword> keywords) {
        for (int at = 0; at < keywords.size(); at++) {
            String name = keywords.get(at).arg().orElse("");
            if (name.isEmpty()) {
                continue;
            }
            emitter.forbidDebug(name, ExprContext.STORE);
            for (Keyword other : keywords.subList(at + 1, keywords.size())) {
                if (other.arg().filter(name::equals).isPresent()) {
                    throw emitter.error(other, "keyword argument repeated: " + name);
                }
            }
        }
    }

    private static boolean isSimple(Expr.Call e) {
        int keywords = e.keywords().size();
        boolean big = e.args().size() + keywords + (keywords == 0 ? 0 : 1) >= CodeEmitter.STACK_USE_GUIDELINE;
        return !big && !hasUnpacking(e.args(), e.keywords());
    }

    /** What the module imports under a name is taken for a module: its attributes are functions and not methods. */
    private boolean isImported(Expr value) {
        return value instanceof Expr.Name name && emitter.table.module().imports(name.id());
    }

    private static boolean hasUnpacking(List<Expr> args, List<Keyword> keywords) {
        return args.stream().anyMatch(Expr.Starred.class::isInstance)
                || keywords.stream().anyMatch(keyword -> keyword.arg().isEmpty());
    }

    private void methodCall(Expr.Attribute method, Expr.Call e) {
        emitter.expressions.visit(method.value());
        emitter.at(method);
        emitter.expressions.atAttribute(method);
        emitter.named(LOAD_METHOD, method.attr());
        emitter.expressions.visit(e.args());
        keywords(e.keywords());
        emitter.at(e);
        atMethod(method, e);
        int count = e.args().size() + e.keywords().size();
        emitter.op(PRECALL, count);
        emitter.op(CALL, count);
    }

    /** A call of a method that is written over several lines has the line of the method's name. */
    private void atMethod(Expr.Attribute method, Expr.Call e) {
        Span span = method.span();
        if (span.line() != span.endLine()) {
            emitter.unit().location = new Span(span.endLine(), span.endColumn(), e.span().endLine(), e.span().endColumn());
        }
    }

    private void keywords(List<Keyword> keywords) {
        if (keywords.isEmpty()) {
            return;
        }
        keywords.forEach(keyword -> emitter.expressions.visit(keyword.value()));
        List<String> names = keywords.stream().map(keyword -> keyword.arg().orElseThrow()).toList();
        emitter.op(KW_NAMES, emitter.constant(CodeEmitter.strings(names)));
    }

    /**
     * Arguments and the call itself.
     *
     * @param pushed how many positional arguments are on the stack
     */
    void arguments(int pushed, List<Expr> args, List<Keyword> keywords) {
        checkKeywords(keywords);
        boolean big = args.size() + keywords.size() * 2 > CodeEmitter.STACK_USE_GUIDELINE;
        if (big || hasUnpacking(args, keywords)) {
            unpackingCall(pushed, args, keywords);
            return;
        }
        emitter.expressions.visit(args);
        keywords(keywords);
        int count = pushed + args.size() + keywords.size();
        emitter.op(PRECALL, count);
        emitter.op(CALL, count);
    }

    private void unpackingCall(int pushed, List<Expr> args, List<Keyword> keywords) {
        if (pushed == 0 && args.size() == 1 && args.getFirst() instanceof Expr.Starred only) {
            emitter.expressions.visit(only.value());
        } else {
            emitter.displays.build(args, pushed, BUILD_TUPLE);
        }
        boolean built = false;
        int waiting = 0;
        for (int at = 0; at < keywords.size(); at++) {
            if (keywords.get(at).arg().isPresent()) {
                waiting++;
                continue;
            }
            if (waiting > 0) {
                built = part(keywords.subList(at - waiting, at), built);
                waiting = 0;
            }
            if (!built) {
                emitter.op(BUILD_MAP, 0);
                built = true;
            }
            emitter.expressions.visit(keywords.get(at).value());
            emitter.op(DICT_MERGE, 1);
        }
        if (waiting > 0) {
            part(keywords.subList(keywords.size() - waiting, keywords.size()), built);
        }
        emitter.op(CALL_FUNCTION_EX, keywords.isEmpty() ? 0 : 1);
    }

    private boolean part(List<Keyword> keywords, boolean built) {
        int count = keywords.size();
        boolean big = count * 2 > CodeEmitter.STACK_USE_GUIDELINE;
        if (count > 1 && !big) {
            keywords.forEach(keyword -> emitter.expressions.visit(keyword.value()));
            emitter.loadStrings(keywords.stream().map(keyword -> keyword.arg().orElseThrow()).toList());
            emitter.op(BUILD_CONST_KEY_MAP, count);
        } else {
            if (big) {
                emitter.opNoLine(BUILD_MAP, 0);
            }
            for (Keyword keyword : keywords) {
                emitter.loadConst(keyword.arg().orElseThrow());
                emitter.expressions.visit(keyword.value());
                if (big) {
                    emitter.opNoLine(MAP_ADD, 1);
                }
            }
            if (!big) {
                emitter.op(BUILD_MAP, count);
            }
        }
        if (built) {
            emitter.op(DICT_MERGE, 1);
        }
        return true;
    }
}
