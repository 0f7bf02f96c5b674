/**
 * What happens in the heap, told to whoever listens.
 *
 * <p>{@link dev.glassheap.runtime.event.HeapEvents} is the sink: methods with primitive arguments, called by the heap, the object model and
 * the collector. {@link dev.glassheap.runtime.event.HeapEvent} is the same family as sealed records, for readers.
 * {@link dev.glassheap.runtime.event.Journal} is the sink that remembers: a bounded ring of longs, decoded into records on demand.
 *
 * <p>Imports nothing but java.base.
 */
package dev.glassheap.runtime.event;
