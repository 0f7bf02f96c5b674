package dev.glassheap.runtime.object;

/**
 * One entry of CPython's {@code slotdefs}: a special name, the slot it stands for, how a native slot is called by that name,
 * and the function put in the slot when a Python class defines the name.
 *
 * @param name special method name
 * @param field the slot
 * @param wrapper null where a native slot gives no wrapper ({@code __getattr__}, {@code __new__}, {@code __del__})
 * @param generic {@code slot_*} function of the slot's type
 * @param comparison the operation of a rich comparison, else null
 */
record SlotDef(String name, SlotField field, SlotWrapper wrapper, Object generic, CompareOp comparison) {
}
