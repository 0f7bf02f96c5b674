package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * The explicit guest frame stack and what else CPython keeps in {@code PyThreadState}.
 *
 * <p>Guest code runs on one thread. Each guest call pushes the called function (or code-bearing object) and the caller's
 * site; {@link #site} is where execution stands now, so that every allocation knows its line.
 */
public final class ThreadState {

    /** The site (an id of code and line, see {@code Sites}) that executes now; 0 = native start-up. */
    public int site;
    /** Number of guest frames. */
    public int depth;
    /** {@code sys.getrecursionlimit()}. */
    public int recursionLimit = 1000;
    /** Native recursion (repr, comparison, parser) counts beside guest frames. */
    public int nativeDepth;
    /** Sites of the callers: {@code callerSites[depth-1]} is where the current frame was called from. */
    public int[] callerSites = new int[256];
    /** What runs in each frame, outermost first, borrowed: the guest function object, or the module/class body's stand-in. */
    public Object[] running = new Object[256];
    /** The exception being handled ({@code sys.exc_info()[1]}), owned by the frame that handles it; null when none. */
    public PyBaseException handled;
    /** Containers whose repr is being made, innermost last, each with a reference ({@code Py_ReprEnter}). */
    public final ArrayList<PyObject> reprs = new ArrayList<>();
    /** Nesting of deallocations: the trashcan's counter ({@code trash_delete_nesting}). */
    public int trashNesting;
    /** Whether somebody asked for KeyboardInterrupt; the only field that other threads touch. */
    private volatile boolean interruptAsked;
    /**
     * A copy of {@link #interruptAsked} that compiled code can read for nothing at function entry and loop back-edges. Written on the
     * guest thread alone, by a thread-local safepoint action; it may be late, never early.
     */
    public boolean interruptPending;

    /** Asks for KeyboardInterrupt. From any thread; several requests that were not taken yet are one. */
    public void askInterrupt() {
        interruptAsked = true;
    }

    /** Whether an interrupt was asked for and not taken. From any thread. */
    public boolean isInterruptAsked() {
        return interruptAsked;
    }

    /** Brings the copy up to date, at a safepoint and where guest code begins. */
    public void noticeInterrupt() {
        interruptPending = interruptAsked;
    }

    /** Takes the interrupt: whether there was one. */
    public boolean takeInterrupt() {
        interruptPending = false;
        boolean asked = interruptAsked;
        if (asked) {
            interruptAsked = false;
        }
        return asked;
    }

    /** Pushes a frame and remembers where it was called from. The recursion limit is the caller's business. */
    public void push(Object callee) {
        if (depth == running.length) {
            grow();
        }
        callerSites[depth] = site;
        running[depth++] = callee;
    }

    /** Pops the innermost frame; {@link #site} is the caller's again. */
    public void pop() {
        running[--depth] = null;
        site = callerSites[depth];
    }

    private void grow() {
        callerSites = Arrays.copyOf(callerSites, depth * 2);
        running = Arrays.copyOf(running, depth * 2);
    }
}
