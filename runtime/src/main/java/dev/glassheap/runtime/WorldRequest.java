package dev.glassheap.runtime;

/**
 * The world that shall begin when the present one has ended.
 *
 * @param profile name of its memory profile
 * @param limit bytes the guest may map; 0 derives it from the maximal Java heap
 * @param hashSeed seed of string hashing
 */
public record WorldRequest(String profile, long limit, long hashSeed) {
}
