/**
 * The messages of Jupyter's protocol 5.5, one file per family. Knows nothing of bytes, sockets or the language.
 *
 * <p>{@link dev.glassheap.kernel.protocol.Message} is what travels; its content is a JSON object in neutral Java values
 * ({@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Number}, {@code null}). What comes in becomes a
 * {@link dev.glassheap.kernel.protocol.Request}; what goes out is a {@link dev.glassheap.kernel.protocol.Reply} to it, something
 * {@link dev.glassheap.kernel.protocol.Published}, or an {@link dev.glassheap.kernel.protocol.Input.Request}. Each record reads
 * or writes its own fields, so that a family's file says everything about it: the fields, their defaults, their meaning.
 *
 * <p>Fields that we do not know are ignored; fields that are missing get the protocol's default; a field of the wrong type is a
 * {@link dev.glassheap.kernel.protocol.MalformedContentException}, which becomes an error reply.
 *
 * <p>Source: jupyter_client, {@code docs/messaging.rst}, protocol 5.5. The table of all messages is in docs/protocol.md.
 */
package dev.glassheap.kernel.protocol;
