/**
 * Bytes to messages and back: frames, signatures, JSON. The only importer of Jackson, and only of its streaming part.
 *
 * <p>{@link dev.glassheap.kernel.wire.FrameCodec} is the way through; whatever is wrong with frames that came from outside is a
 * {@link dev.glassheap.kernel.wire.MalformedFramesException}. {@link dev.glassheap.kernel.wire.ConnectionFile} is the file with
 * which a front end starts a kernel.
 */
package dev.glassheap.kernel.wire;
