package dev.glassheap.runtime.module;

import dev.glassheap.runtime.picture.Scene;

/** A guest object that is a picture: displays itself as a scene, prints as its text twin. */
public interface Picture {

    Scene scene();

    /** The text twin: at most 80 columns, without a final newline. */
    String text();
}
