package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;

/**
 * The executable part of a code object: what {@link PyCode#target} holds.
 *
 * <p>Slots: local {@code i} is {@link SlotLayout#FIRST_LOCAL}{@code + i}; cells that are no parameters follow the locals, free
 * variables follow the cells.
 */
final class CodeUnit {

    /** The frame's life for a call; for a generator function it makes the generator. */
    RootCallTarget callTarget;
    /** Slots of temporaries (owned while set) and of counters, known when the body is compiled. */
    int[] temporarySlots = {};
    int[] counterSlots = {};
    /** The code object; set when the compiler has made it. */
    PyCode code;
    /** Number of parameters of every kind: the first locals. */
    final int parameterCount;
    /** Number of locals (parameters included). */
    final int localCount;
    /** For each parameter that an inner function shares: its slot, wrapped into a cell at entry. */
    final int[] cellParameterSlots;
    /** Slots of cells that are no parameters: new empty cells at entry. */
    final int[] cellSlots;
    /** Slots of free variables, in the order of the function's closure. */
    final int[] freeSlots;
    /** Locals, cells and free variables ({@code co_nlocalsplus}). */
    final int localsPlus;
    /** Plain positional parameters only: arguments can be moved into locals without the binder. */
    final boolean simple;
    /** Function code: locals are fast; otherwise names live in a namespace object. */
    final boolean optimized;

    CodeUnit(int parameterCount, int localCount, int[] cellParameterSlots, int[] cellSlots, int[] freeSlots, boolean simple,
        boolean optimized) {
        this.parameterCount = parameterCount;
        this.localCount = localCount;
        this.cellParameterSlots = cellParameterSlots;
        this.cellSlots = cellSlots;
        this.freeSlots = freeSlots;
        this.localsPlus = localCount + cellSlots.length + freeSlots.length;
        this.simple = simple;
        this.optimized = optimized;
    }

    static CodeUnit of(PyCode code) {
        return (CodeUnit) code.target;
    }

    /** Name of local, cell or free variable by its index in {@code localsplus}. */
    PyStr nameAt(int index) {
        if (index < localCount) {
            return (PyStr) code.varNames.items[index];
        }
        int cell = index - localCount;
        if (cell < cellSlots.length) {
            return (PyStr) cellName(cell);
        }
        return (PyStr) code.freeVars.items[cell - cellSlots.length];
    }

    private PyObject cellName(int index) {
        int seen = 0;
        for (PyObject name : code.cellVars.items) {
            boolean local = false;
            for (PyObject v : code.varNames.items) {
                local |= v == name;
            }
            if (!local && seen++ == index) {
                return name;
            }
        }
        throw new IllegalStateException("no cell " + index + " in " + code.name);
    }
}
