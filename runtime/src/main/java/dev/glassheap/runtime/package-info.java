/**
 * The language and its memory; knows nothing of Jupyter, JSON or ZeroMQ.
 *
 * <p>Rooms, from the ground up: {@code event} &lt; {@code heap} &lt; {@code object} &lt; {@code gc} &lt; {@code trace},
 * {@code snapshot} &lt; {@code picture}; {@code syntax} stands alone; {@code interpreter} and {@code module} use them all.
 */
package dev.glassheap.runtime;
