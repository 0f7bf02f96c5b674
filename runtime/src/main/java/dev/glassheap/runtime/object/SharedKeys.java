package dev.glassheap.runtime.object;

/** The keys that instances of one class share ({@code ht_cached_keys}): 64 slots, at most 30 names, one 768-byte block. */
public final class SharedKeys {
}
