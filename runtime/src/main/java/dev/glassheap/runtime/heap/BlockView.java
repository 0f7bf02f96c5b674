package dev.glassheap.runtime.heap;

import java.util.Optional;

/**
 * One block of a pool, as it was when the view was made.
 *
 * @param number    position in its pool, from 0
 * @param address   of its first byte
 * @param requested bytes asked for; 0 unless allocated
 * @param site      where it was allocated, 0 for none; 0 unless allocated
 * @param birth     event number of its allocation; 0 unless allocated
 * @param occupant  whom it belongs to; empty unless allocated
 */
public record BlockView(int number, long address, BlockState state, int requested, int site, long birth, Optional<Object> occupant) {}
