package dev.glassheap.runtime.picture;

import java.util.Locale;

/**
 * The sizes, weights and inks of all text. Sizes are px at a width of 760; 11 is the minimum.
 */
public enum TextStyle {
    /** The sentence people paste. */
    HEADLINE(18, true, false, Ink.PRIMARY),
    /** The four facts of an object's card. */
    FACT(20, true, false, Ink.PRIMARY),
    /** Title of a section, name of a box. */
    SECTION(13, true, false, Ink.PRIMARY),
    STRONG(12, true, false, Ink.PRIMARY),
    BODY(12, false, false, Ink.PRIMARY),
    MUTED(12, false, false, Ink.SECONDARY),
    CODE(12, false, true, Ink.PRIMARY),
    CODE_MUTED(12, false, true, Ink.SECONDARY),
    NOTE(11, false, false, Ink.SECONDARY),
    NOTE_INK(11, false, false, Ink.PRIMARY),
    NOTE_STRONG(11, true, false, Ink.PRIMARY),
    CODE_NOTE(11, false, true, Ink.SECONDARY),
    ON_DARK(12, false, false, Ink.ON_DARK),
    ON_DARK_STRONG(12, true, false, Ink.ON_DARK),
    ON_DARK_NOTE(11, false, false, Ink.ON_DARK);

    /** What the letters stand on decides their ink. */
    public enum Ink { PRIMARY, SECONDARY, ON_DARK }

    private final int size;
    private final boolean bold;
    private final boolean mono;
    private final Ink ink;

    TextStyle(int size, boolean bold, boolean mono, Ink ink) {
        this.size = size;
        this.bold = bold;
        this.mono = mono;
        this.ink = ink;
    }

    /** Font size in px. */
    public int size() {
        return size;
    }

    public boolean bold() {
        return bold;
    }

    public boolean mono() {
        return mono;
    }

    public Ink ink() {
        return ink;
    }

    /** The name in JSON, for example {@code note-ink}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
