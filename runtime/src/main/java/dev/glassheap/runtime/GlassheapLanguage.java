package dev.glassheap.runtime;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.Option;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.Node;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;

/**
 * The language {@code minipy}: ordinary Python 3.11 whose memory can be seen. This page is the map of the runtime.
 *
 * <ul>
 * <li>A context ({@link GlassheapContext}) is one guest world ({@link dev.glassheap.runtime.object.World}): heap, objects,
 * collector, modules. Nothing is shared between contexts.
 * <li>Source text becomes a tree ({@link dev.glassheap.runtime.syntax.Parser}), the tree becomes code objects
 * ({@code dev.glassheap.runtime.interpreter.Compiler}) that own Truffle nodes.
 * <li>Objects ({@link dev.glassheap.runtime.object}) take blocks from the simulated heap ({@link dev.glassheap.runtime.heap}).
 * <li>The collector ({@code dev.glassheap.runtime.gc}) finds cycles.
 * <li>Snapshots and pictures ({@code snapshot}, {@code picture}) look on; they never run guest code.
 * <li>Guest modules stand in {@link dev.glassheap.runtime.module}, one file each.
 * </ul>
 *
 * <p>The context policy is exclusive: a node belongs to one world, so the world is a constant for the compiler.
 */
@TruffleLanguage.Registration(id = GlassheapLanguage.ID, name = "Glassheap Python", version = GlassheapLanguage.VERSION,
    characterMimeTypes = "text/x-python", defaultMimeType = "text/x-python", interactive = true,
    contextPolicy = TruffleLanguage.ContextPolicy.EXCLUSIVE)
@ProvidedTags({StandardTags.RootTag.class, StandardTags.StatementTag.class})
public final class GlassheapLanguage extends TruffleLanguage<GlassheapContext> {

    public static final String ID = "minipy";
    /** The guest's {@code sys.version_info[:3]}. */
    public static final String VERSION = "3.11.7";

    @Option(name = "Profile", category = OptionCategory.USER, stability = OptionStability.STABLE,
        help = "Memory profile: classic, 3.11, 3.13 or tiny.", usageSyntax = "<name>")
    static final OptionKey<String> PROFILE = new OptionKey<>("3.11");

    @Option(name = "HashSeed", category = OptionCategory.USER, stability = OptionStability.STABLE,
        help = "Seed of string hashing, as PYTHONHASHSEED.", usageSyntax = "<number>")
    static final OptionKey<Long> HASH_SEED = new OptionKey<>(0L);

    @Option(name = "HeapLimit", category = OptionCategory.USER, stability = OptionStability.STABLE,
        help = "Bytes the guest may map; 0 derives it from the maximal Java heap.", usageSyntax = "<bytes>")
    static final OptionKey<Long> HEAP_LIMIT = new OptionKey<>(0L);

    @Option(name = "ModulePath", category = OptionCategory.USER, stability = OptionStability.STABLE,
        help = "Folder from which modules beside the program are imported (source text, read-only); empty for none.",
        usageSyntax = "<folder>")
    static final OptionKey<String> MODULE_PATH = new OptionKey<>("");

    @Option(name = "Interactive", category = OptionCategory.USER, stability = OptionStability.STABLE,
        help = "Whether output goes to a front end at once, without a buffer in between.", usageSyntax = "true|false")
    static final OptionKey<Boolean> INTERACTIVE = new OptionKey<>(false);

    private static final ContextReference<GlassheapContext> CONTEXT = ContextReference.create(GlassheapLanguage.class);

    /** The context that runs on this thread. */
    public static GlassheapContext contextOf(Node node) {
        return CONTEXT.get(node);
    }

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return new GlassheapLanguageOptionDescriptors();
    }

    @Override
    protected GlassheapContext createContext(Env env) {
        return new GlassheapContext(this, env);
    }

    @Override
    protected void initializeContext(GlassheapContext context) {
        context.initialize();
    }

    @Override
    protected void finalizeContext(GlassheapContext context) {
        context.finish();
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        return new EvalRootNode(this, request.getSource()).getCallTarget();
    }

    @Override
    protected Object getScope(GlassheapContext context) {
        return context.bindings();
    }

    @Override
    protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
        return true;
    }
}
