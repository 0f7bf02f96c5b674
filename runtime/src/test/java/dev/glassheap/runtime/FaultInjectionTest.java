package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every k-th allocation of a scenario fails in turn, or an interrupt arrives there and is raised at the next check-point; afterwards, when cycles are collected and the free lists are empty, as
 * many blocks are allocated, and static objects are referred to as often, as before: no native or compiled path forgets or repeats a release when an exception passes.
 */
class FaultInjectionTest {

    private static final int MOST = 4000;
    /** Where the last failing allocation was made. */
    private String where;

    private static final List<String> SCENARIOS = List.of(
        // classes and instances
        "class K: pass\nK().x = 1",
        "class K:\n  'doc'\n  __slots__ = ('b', 'a')\n  def f(self): pass\nk = K()\nk.a = [1]\nk.f()",
        "class K(list):\n  def __init__(self, *a): super().__init__(a)\nk = K(1, 2); k.x = 5; k.__dict__",
        "class M(type): pass\nclass K(metaclass=M):\n  @property\n  def p(self): return [self]\n  @classmethod\n  def c(cls): return {cls: 1}\n"
            + "  @staticmethod\n  def s(): return (1, [])\nk = K()\nk.p, k.c(), k.s()",
        "class K:\n  def __init_subclass__(cls, **k): pass\n  def __class_getitem__(cls, i): return [i]\nclass L(K, x=1): pass\nL[1, 2]",
        "class K:\n  def __add__(self, o): return [o]\n  def __getitem__(self, i): return (i, i)\n  def __call__(self, *a, **k): return a, k\n"
            + "  def __iter__(self): yield 1\n  def __eq__(self, o): return [o]\n  def __len__(self): return 300\n"
            + "  def __repr__(self): return 'K' * 20\n  def __getattr__(self, n): return [n]\n"
            + "k = K()\nk + 1; k[1000]; k(1, x=2); list(k); k == 1; len(k); repr(k); k.q; str(k)",
        "o = [list[int], int | str, property(len), staticmethod(len), classmethod(len), [].append, [].__len__, super(int, 5)]\nrepr(o)",
        // exceptions
        "try:\n  [].nope\nexcept AttributeError as e:\n  str(e); repr(e); e.x = [1]; e.add_note('n')",
        "try:\n  try:\n    1 / 0\n  finally:\n    {}['k']\nexcept KeyError as e:\n  [e.__context__, e.args]",
        "[ValueError(1, 2), OSError(2, 'a', 'b'), SyntaxError('m', ('f', 1, 2, 't')), KeyError('k'), StopIteration([1])]",
        "def f():\n  raise ValueError('x' * 10)\ntry:\n  f()\nexcept ValueError as e:\n  raise_again = e\ndel raise_again",
        // calls, closures, generators
        "def f(a, *b, c=5, **d):\n  return lambda: (a, b, c, d)\nf(1, 2, 3, c=4, e=6)()\nf(*[1, 2], **{'z': 1})",
        "def g(n):\n  for i in range(n):\n    x = [i]\n    yield x\nlist(g(5)); [x for x in g(3)]; {x: [x] for x in range(3)}; sum(i for i in range(400))",
        // containers and text
        "a = [1, [2], (3, [4])]; b = a + a; b.append({}); b[1:3] = [1, 2, 3]; b.sort(key=id); sorted(b, key=str); tuple(b); b * 3",
        "d = {i: [i] for i in range(300, 312)}; d['k'] = d.copy(); dict(d); list(d.items()); d.pop('k'); {**d, 'x': 1}; str(d)",
        "s = {1000, (1, 2), 'abc'}; s | {5000}; s & s; frozenset(s); [x for x in s]; s.add((3,)); repr(s)",
        "s = 'a,b' * 10; s.split(','); s.replace('a', 'xyz'); ','.join([s, s]); f'{s!r:>300}{1000:08.3f}'; '%s %r' % (s, [1]); s.encode()",
        "x = 10 ** 40; x * x + 1 - x; str(x); int('9' * 30); divmod(x, 10 ** 7); hash(x); float(x) * 1.5; complex(1, 2) * 2",
        "zip([1], [2]); list(map(str, [1000, 2000])); list(enumerate('ab')); list(reversed([1])); max([3, 4], key=lambda v: [v]); any([[]])",
        "with open_() as f: pass",
        "with open_() as f, open_() as g:\n  a, *b = [1000, 2000, 3000]\n  (c, d), e = (f, g), [b]\n  c += [5]; d = d + e; del e",
        "try:\n  with open_():\n    raise ValueError([1])\nexcept ValueError as e:\n  e.__traceback__ and e.__traceback__.tb_frame.f_locals",
        "def f(n):\n  try:\n    return [n] + f(n - 1) if n else []\n  finally:\n    x = (n, [n])\nf(8)",
        "def g():\n  r = yield [1]\n  yield from ([r], (2, 3))\n  return {4: 5}\nx = g(); next(x); x.send([9]); list(x)\ny = g(); next(y); y.close()",
        "def d(c): return lambda *a: [c, a]\n@d\nclass K:\n  x: int = 1\n@d\ndef f(): pass\nK(1); f(2)",
        "class K:\n  @property\n  def p(self): return self._p\n  @p.setter\n  def p(self, v): self._p = [v]\n  def __setattr__(self, n, v): "
            + "super().__setattr__(n, (v,))\n  def __delattr__(self, n): object.__delattr__(self, n)\nk = K(); k.p = 1000; k.p; del k._p; k.q = 2",
        "class K: pass\nk = K()\nfor i in range(35): setattr(k, 'n%d' % i, [i])\nvars(k); k.__dict__ = {'a': 1}; k.a; dir(k)",
        "import weakref\nclass K: pass\nk = K(); dead = []\nr = weakref.ref(k, dead.append); p = weakref.proxy(k); p.x = [1]; del k; r()",
        "class K:\n  def __del__(self): self.x = [1]\nk = K(); k.me = k\nK(); l = [K() for i in range(3)]; del l[1]",
        "x = bytearray(b'abc' * 9); x += b'de'; x[2:4] = b'zz'; bytes(x).hex(); memory = [x.find(b'z'), x.split(b'c')]; x.decode()",
        "class E(Exception):\n  def __init__(self, a): super().__init__(a, [a])\ntry:\n  raise E(1) from KeyError(2)\nexcept E as e:\n"
            + "  a = ExceptionGroup('g', [e, TypeError()]); a.split(E); str(a)",
        "type('T', (dict,), {'__slots__': ('s',), '__doc__': 'd' * 30})(a=[1]).s = 5",
        "try:\n  type('T', (int, str), {})\nexcept TypeError: pass\ntry:\n  type('T', (), {'__slots__': ('1',)})\nexcept TypeError: pass");

    static List<String> scenarios() {
        return SCENARIOS;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void no_block_is_lost_wherever_memory_runs_out(String body) {
        provoke(body, false);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void no_block_is_lost_wherever_an_interrupt_strikes(String body) {
        provoke(body, true);
    }

    private void provoke(String body, boolean interrupt) {
        LiveWorld.use(world -> {
            world.run("""
                import gc
                gc.disable()
                class Manager:
                    def __enter__(self): return [1]
                    def __exit__(self, *a): return [2] and False
                open_ = Manager
                """);
            world.run("def scenario():\n" + body.indent(2));
            List<String> losses = new ArrayList<>();
            world.inside(c -> {
                for (int i = 0; i < 3; i++) {
                    strike(c, Integer.MAX_VALUE, interrupt);
                }
                int before = blocks(c);
                long counts = staticCounts(c);
                for (int k = 1; k < MOST; k++) {
                    boolean struck = strike(c, k, interrupt);
                    int after = blocks(c);
                    if (after != before) {
                        losses.add((after - before) + " blocks by allocation " + k + " in " + where);
                        before = after;
                    }
                    if (staticCounts(c) != counts) {
                        losses.add((staticCounts(c) - counts) + " counts of static objects by allocation " + k + " in " + where);
                        counts = staticCounts(c);
                    }
                    if (!struck) {
                        break;
                    }
                }
            });
            assertThat(losses).isEmpty();
        });
    }

    /** Runs the scenario; its k-th allocation fails, or an interrupt comes then. Whether it had so many. */
    private boolean strike(GlassheapContext c, int k, boolean interrupt) {
        World w = c.world();
        PyObject scenario = c.modules().main().dict.getStr(w, w.id("scenario"));
        int[] count = {0};
        w.allocationFault = () -> {
            boolean now = ++count[0] == k && here();
            w.thread.interruptPending |= now && interrupt;
            return now && !interrupt;
        };
        try {
            w.release(Calls.call(w, scenario), Holder.NATIVE);
        } catch (PyException e) {
            w.allocationFault = null;
            assertThat(e.value().type.shortName()).as("%s after allocation %d in %s", e.getMessage(), k, where).isEqualTo(interrupt ? "KeyboardInterrupt" : "MemoryError");
            w.release(e.take(), Holder.EXCEPTION);
        } finally {
            w.allocationFault = null;
            w.thread.interruptPending = false;
        }
        return count[0] >= k;
    }

    private boolean here() {
        where = StackWalker.getInstance().walk(frames -> frames.skip(2).limit(9)
            .map(f -> f.getClassName().replaceFirst(".*[.]", "") + "." + f.getMethodName() + ":" + f.getLineNumber())
            .collect(Collectors.joining(" < ")));
        return true;
    }

    /** The counts of objects outside the heap, whose loss frees or keeps no block. */
    private static long staticCounts(GlassheapContext c) {
        World w = c.world();
        return (long) w.singletons.none.refcnt + w.singletons.emptyTuple.refcnt + w.singletons.trueObject.refcnt
            + w.types.objectType.refcnt + w.types.typeType.refcnt + w.types.listType.refcnt + w.singletons.smallInt(1).refcnt;
    }

    private static int blocks(GlassheapContext c) {
        c.modules().context().collector().collect(2);
        return c.world().heap.allocatedBlocks();
    }
}
