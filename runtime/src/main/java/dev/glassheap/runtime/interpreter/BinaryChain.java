package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** A long left-deep chain of binary operators, flat: CPython evaluates a sum of thousands of terms without recursion. */
final class BinaryChain extends ExprNode {

    /** Up to here a chain is nested nodes, which the compiler likes better. */
    static final int LONGEST_NESTED = 50;

    @Child private ExprNode first;
    @Children private final BinaryNode[] operations;
    @Children private final ExprNode[] rights;

    BinaryChain(World w, int site, ExprNode first, BinaryNode[] operations, ExprNode[] rights) {
        super(w, site);
        this.first = first;
        this.operations = operations;
        this.rights = rights;
    }

    @Override
    PyObject execute(VirtualFrame frame) {
        PyObject value = first.execute(frame);
        for (int i = 0; i < operations.length; i++) {
            PyObject right;
            try {
                right = rights[i].execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
            value = operations[i].apply(frame, value, right);
        }
        return value;
    }
}
