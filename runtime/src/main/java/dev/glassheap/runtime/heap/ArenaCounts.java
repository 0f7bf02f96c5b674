package dev.glassheap.runtime.heap;

/**
 * How many arenas there were and are.
 *
 * <pre>
 * current &lt;= highWater &lt;= allocated
 * </pre>
 *
 * @param allocated ever mapped
 * @param highWater mapped at most at one time
 * @param current   mapped now
 */
public record ArenaCounts(long allocated, int highWater, int current) {

    /** How many were returned. */
    public long reclaimed() {
        return allocated - current;
    }
}
