package dev.glassheap.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;

/** What {@code Context.eval} runs: compiles the text and runs it in {@code __main__}; the value of a final expression is the result. */
final class EvalRootNode extends RootNode {

    private final Source source;

    EvalRootNode(TruffleLanguage<?> language, Source source) {
        super(language);
        this.source = source;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return evaluate();
    }

    @TruffleBoundary
    private Object evaluate() {
        return GlassheapLanguage.contextOf(this).evaluate(source);
    }
}
