/**
 * Sockets. The only importer of org.zeromq.
 *
 * <p>{@link dev.glassheap.kernel.transport.Transport} binds the five sockets of a connection file and gives each to a thread of its
 * own, which alone touches it ({@code SocketLoop}): ZeroMQ sockets are not made for many threads, and a thread that owns one must
 * never be interrupted. Other threads hand frames over through the loop's outbox and wake it by a pipe ({@code WakeUp}); a loop
 * waits in one blocking poll for its socket and its pipe, so an idle kernel uses no CPU.
 *
 * <p>Bad frames are logged and dropped here; no thread ends because of them.
 */
package dev.glassheap.kernel.transport;
