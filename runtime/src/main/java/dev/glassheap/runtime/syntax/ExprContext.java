package dev.glassheap.runtime.syntax;

/** Whether an expression is read, bound or unbound. */
public enum ExprContext { LOAD, STORE, DEL }
