package dev.glassheap.runtime.picture;

/**
 * One line of a diff: an object, or a group of objects of one kind, type and line.
 *
 * @param kind     decides mark and word
 * @param name     identity, or several, or how many of which type
 * @param happened what is known of it
 * @param bytes    change of allocated bytes; 0 is not shown
 * @param place    where its block is; may be empty
 * @param object   number in the later snapshot, for removed objects in the earlier one; -1 for a group
 */
record DiffRow(Kind kind, String name, String happened, long bytes, String place, int object) {

    /** In the order of the lines. */
    enum Kind {
        REMOVED("removed", Role.REMOVED), ADDED("added", Role.ADDED), REUSED("address reused", Role.REUSED),
                GARBAGE("garbage", Role.GARBAGE),
        CHANGED("changed", Role.CHANGED), SURVIVED("survived", Role.SURVIVED);

        private final String word;
        private final Role role;

        Kind(String word, Role role) {
            this.word = word;
            this.role = role;
        }

        String word() {
            return word;
        }

        /** As a first word of at most eight letters. */
        String shortWord() {
            return this == REUSED ? "reused" : word;
        }

        Role role() {
            return role;
        }
    }
}
