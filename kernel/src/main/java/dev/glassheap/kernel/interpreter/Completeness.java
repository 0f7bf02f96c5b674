package dev.glassheap.kernel.interpreter;

/** Whether code can be run as it stands. */
public sealed interface Completeness {

    /** The code can be run. It may still fail. */
    record Complete() implements Completeness {}

    /**
     * More must follow.
     *
     * @param indent the white space with which the next line should begin
     */
    record Incomplete(String indent) implements Completeness {}

    /** The code is wrong and nothing that follows can mend it. */
    record Invalid() implements Completeness {}

    /** The language cannot tell. */
    record Unknown() implements Completeness {}
}
