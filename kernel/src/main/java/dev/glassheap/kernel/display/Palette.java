package dev.glassheap.kernel.display;

import dev.glassheap.runtime.picture.Role;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.TextStyle;

/**
 * From meanings to colours, for the light panel that a static picture carries. Text has a contrast of at least 4.5:1 on what it stands
 * on, edges and marks 3:1 on white; fills that are paler lie inside a darker edge. Colours are 0xRRGGBB.
 */
final class Palette {

    static final int PANEL = 0xFFFFFF;
    static final int PANEL_EDGE = 0xAEB6BF;
    static final int INK = 0x1F2933;
    static final int SECONDARY = 0x4A5663;
    static final int EDGE = 0x767676;
    static final int RULE = 0xC9D0D8;
    static final int HATCH = 0x6B7785;
    static final int ALLOCATED = 0x44546A;
    static final int SLACK = 0xA9B4C2;
    static final int SURVIVED = 0xC4C9CF;
    static final int ADDED = 0x0072B2;
    static final int REMOVED = 0xD55E00;
    static final int REUSED = 0xF0E442;
    static final int GC_FIELD = 0xF1F3F5;
    static final int GENERATION_0 = 0xBFD9EE;
    static final int GENERATION_1 = 0x5B9BD0;
    static final int GENERATION_2 = 0x0B3C78;

    /** No fill, or no stroke. */
    static final int NONE = -1;

    private Palette() { }

    /** What a fill consists of. */
    enum Texture { SOLID, HATCH, CROSS }

    /** Dashes of an edge, in px: a stroke and a gap. */
    enum Dash {
        SOLID(0, 0), DOTTED(1, 2), DASHED(3, 2);

        final int on;
        final int off;

        Dash(int on, int off) {
            this.on = on;
            this.off = off;
        }
    }

    /**
     * How a box is painted.
     *
     * @param fill   colour of a solid texture, {@link #NONE} for none
     * @param grow   px by which the edge's middle line lies outside the box (negative: inside)
     * @param radius of the corners
     */
    record Look(int fill, Texture texture, int stroke, double weight, Dash dash, double grow, double radius) {
        static Look solid(int fill) {
            return new Look(fill, Texture.SOLID, NONE, 0, Dash.SOLID, 0, 0);
        }

        static Look edged(int fill, int stroke, double weight) {
            return new Look(fill, Texture.SOLID, stroke, weight, Dash.SOLID, 0, 0);
        }

        Look grown(double px) {
            return new Look(fill, texture, stroke, weight, dash, px, radius);
        }

        Look dashed(Dash pattern) {
            return new Look(fill, texture, stroke, weight, pattern, grow, radius);
        }

        Look rounded(double px) {
            return new Look(fill, texture, stroke, weight, dash, grow, px);
        }

        Look textured(Texture other) {
            return new Look(fill, other, stroke, weight, dash, grow, radius);
        }
    }

    static Look look(Role role) {
        return switch (role) {
            case ALLOCATED -> Look.solid(ALLOCATED);
            case SLACK -> Look.solid(SLACK);
            case HEADER, FULL_BAR -> Look.solid(INK);
            case WASTE -> Look.edged(PANEL, INK, 1).textured(Texture.CROSS);
            case FREE -> Look.edged(PANEL, EDGE, 1).textured(Texture.HATCH);
            case UNTOUCHED -> Look.edged(NONE, EDGE, 1).dashed(Dash.DOTTED);
            case OUTLINE, FIELD -> Look.edged(PANEL, EDGE, 1);
            case FIELD_GC -> Look.edged(GC_FIELD, EDGE, 1);
            case TAG -> Look.edged(PANEL, INK, 1.5).rounded(3);
            case PINNED -> Look.edged(NONE, INK, 2).rounded(4);
            case TARGET -> Look.edged(NONE, INK, 2);
            case PLATE -> Look.solid(PANEL);
            case GENERATION_0 -> Look.edged(GENERATION_0, INK, 1);
            case GENERATION_1 -> Look.edged(GENERATION_1, INK, 1);
            case GENERATION_2 -> Look.edged(GENERATION_2, INK, 1);
            case UNTRACKED, CARD -> Look.edged(PANEL, INK, 1);
            case CARD_TARGET -> Look.edged(PANEL, INK, 2.5);
            case SURVIVED, CHANGED -> Look.edged(SURVIVED, EDGE, 1);
            case ADDED -> Look.solid(ADDED).grown(.5);
            case REMOVED -> Look.edged(PANEL, REMOVED, 2).dashed(Dash.DASHED).grown(-.5);
            case REUSED -> Look.edged(PANEL, INK, 1.5).grown(-.25);
            case GARBAGE -> Look.edged(SURVIVED, INK, 2).grown(-.5);
        };
    }

    /** How a box that is too narrow for its mark is painted: the fill and a thin edge must do. */
    static Look narrow(Role role) {
        return switch (role) {
            case CHANGED -> look(Role.SURVIVED);
            case REMOVED -> Look.edged(PANEL, REMOVED, 1);
            case REUSED -> Look.edged(REUSED, INK, 1);
            case GARBAGE -> Look.edged(SURVIVED, INK, 1);
            default -> look(role);
        };
    }

    static int ink(TextStyle style) {
        return switch (style.ink()) {
            case PRIMARY -> INK;
            case SECONDARY -> SECONDARY;
            case ON_DARK -> PANEL;
        };
    }

    static int line(LineRole role) {
        return switch (role) {
            case RULE -> RULE;
            case RULE_STRONG, BRACKET -> EDGE;
            case LEADER, REFERS -> SECONDARY;
            case STEM, WATERMARK, FREE_LIST, HOLDS -> INK;
        };
    }

    /** Colour of the digit on a generation's fill. */
    static int digit(Role generation) {
        return generation == Role.GENERATION_2 ? PANEL : INK;
    }
}
