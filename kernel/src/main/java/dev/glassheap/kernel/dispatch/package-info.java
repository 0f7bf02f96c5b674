/**
 * What happens to a request: queues, the frame of busy and idle, execution, interrupts, shutdown. Knows messages and the seam to the
 * language, no bytes, no sockets.
 *
 * <p>In the order of a request's way:
 *
 * <ol>
 *   <li>{@link dev.glassheap.kernel.dispatch.Kernel}: the door; one method for each channel;
 *   <li>{@code ShellLoop}: the queue and the one thread on which everything of the language runs; aborts what waits behind a failed
 *       cell;
 *   <li>{@code Attendant}: frames every request by busy and idle and turns whatever is thrown into an error reply;
 *   <li>{@code ShellRequests}, {@code ControlRequests}: one exhaustive switch each;
 *   <li>{@code CellExecution} with {@code CellOutput} and {@code StreamBuffer}: runs a cell and publishes what it shows;
 *   <li>{@code Interruption}, {@code StdinConversation}: what reaches a running cell from outside;
 *   <li>{@code SessionHistory}, {@code Comms}: what is remembered between requests;
 *   <li>{@code Sender}: makes messages of replies and publications.
 * </ol>
 *
 * <p>Ordering rules: busy, then {@code execute_input}, then all output, then the value or the error, then the reply, then idle. Every
 * message bears the header of the request it belongs to.
 */
package dev.glassheap.kernel.dispatch;
