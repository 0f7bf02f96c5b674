package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.picture.Role;
import dev.glassheap.runtime.picture.TextStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final List<Role> DIFF = List.of(Role.SURVIVED, Role.ADDED, Role.REUSED);
    private static final List<Role> GENERATIONS = List.of(Role.GENERATION_0, Role.GENERATION_1, Role.GENERATION_2, Role.UNTRACKED);
    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    @Test
    void text_has_a_contrast_of_4_5_on_what_it_stands_on() {
        for (TextStyle style : TextStyle.values()) {
            boolean dark = style.ink() == TextStyle.Ink.ON_DARK;
            for (int ground : dark ? new int[] {Palette.ALLOCATED, Palette.INK} : new int[] {Palette.PANEL, Palette.GC_FIELD}) {
                assertThat(contrast(Palette.ink(style), ground)).as(style.name()).isGreaterThanOrEqualTo(TEXT);
            }
        }
        for (Role role : GENERATIONS) {
            assertThat(contrast(Palette.digit(role), Palette.look(role).fill())).as(role.name()).isGreaterThanOrEqualTo(TEXT);
        }
        assertThat(contrast(Palette.INK, Palette.SURVIVED)).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(Palette.PANEL, Palette.ADDED)).isGreaterThanOrEqualTo(TEXT);
    }

    @Test
    void what_is_paler_than_3_on_white_lies_inside_a_darker_edge() {
        for (Role role : Role.values()) {
            Palette.Look look = Palette.look(role);
            boolean bare = look.stroke() == Palette.NONE;
            if (bare && role != Role.PLATE && role != Role.SLACK) {
                assertThat(contrast(look.fill(), Palette.PANEL)).as(role.name()).isGreaterThanOrEqualTo(EDGE);
            } else if (!bare) {
                assertThat(contrast(look.stroke(), Palette.PANEL)).as(role.name()).isGreaterThanOrEqualTo(EDGE);
            }
        }
    }

    @Test
    void states_of_one_dimension_differ_by_20_in_ciede2000_also_for_colour_blind_readers() {
        for (List<Role> dimension : List.of(DIFF, GENERATIONS)) {
            for (Role a : dimension) {
                for (Role b : dimension) {
                    if (a.compareTo(b) < 0) {
                        for (ColorVision vision : ColorVision.values()) {
                            double difference = Ciede2000.difference(vision.seen(Palette.look(a).fill()),
                                    vision.seen(Palette.look(b).fill()));
                            boolean marked = a == Role.SURVIVED || b == Role.REUSED;
                            assertThat(difference).as(a + " and " + b + " with " + vision).isGreaterThan(marked ? 10 : 12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void a_greyscale_print_tells_states_apart_by_lightness_texture_or_edge() {
        for (List<Role> dimension : List.of(GENERATIONS, List.of(Role.ALLOCATED, Role.SLACK, Role.OUTLINE),
                List.of(Role.SURVIVED, Role.ADDED))) {
            for (Role a : dimension) {
                for (Role b : dimension) {
                    if (a.compareTo(b) < 0) {
                        double difference = Math.abs(Ciede2000.lab(Palette.look(a).fill())[0] - Ciede2000.lab(Palette.look(b).fill())[0]);
                        assertThat(difference).as(a + " and " + b).isGreaterThan(12);
                    }
                }
            }
        }
        assertThat(Palette.look(Role.REMOVED).dash()).isNotEqualTo(Palette.Dash.SOLID);
        assertThat(Palette.look(Role.GARBAGE).weight()).isGreaterThan(Palette.look(Role.SURVIVED).weight());
    }

    /** WCAG 2: ratio of relative luminances. */
    private static double contrast(int a, int b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
    }

    private static double luminance(int color) {
        return .2126 * Ciede2000.linear(color >> 16 & 0xFF) + .7152 * Ciede2000.linear(color >> 8 & 0xFF)
                + .0722 * Ciede2000.linear(color & 0xFF);
    }
}
