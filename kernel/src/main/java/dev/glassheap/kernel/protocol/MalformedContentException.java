package dev.glassheap.kernel.protocol;

/** A message that is well-formed JSON but not what the protocol says. */
public final class MalformedContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A field that is not what it should be. The message names the type that was found, never the value: it may be long, or private.
     */
    public MalformedContentException(String msgType, String field, String expected, Object found) {
        super("%s: %s should be %s, found %s".formatted(msgType, field, expected, nameOf(found)));
    }

    private static String nameOf(Object found) {
        return switch (found) {
            case null -> "nothing";
            case String text -> "a string";
            case Boolean bool -> "a boolean";
            case Number number -> "a number";
            case java.util.Map<?, ?> object -> "an object";
            case java.util.List<?> list -> "an array";
            default -> found.getClass().getName();
        };
    }
}
