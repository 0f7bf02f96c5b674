package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.SceneCheck;
import dev.glassheap.runtime.picture.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SVG and the twin of one picture of every kind, character by character; {@code -Dglassheap.update=true} writes them anew. */
class GoldenPicturesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/glassheap/kernel/display");
    private static final StrokeFont FONT = new StrokeFont();

    static Stream<String> kinds() {
        return ReferencePictures.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void svg_and_twin_are_as_they_were(String kind) throws IOException {
        Scene scene = ReferencePictures.all().get(kind);

        ReferencePictures.compare(GOLDEN.resolve(kind + ".svg"), SvgEncoder.encode(scene, "gh-" + kind));
        ReferencePictures.compare(GOLDEN.resolve(kind + ".txt"), scene.text());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_text_touches_another_or_an_edge_in_a_wide_a_narrow_and_our_own_font(String kind) {
        Scene scene = ReferencePictures.all().get(kind);

        assertThat(SceneCheck.problems(scene)).isEmpty();
        assertThat(SceneCheck.problems(scene, GoldenPicturesTest::narrow)).isEmpty();
        assertThat(SceneCheck.problems(scene, (text, style) -> FONT.width(text, style.bold(), style.mono()) * style.size())).isEmpty();
    }

    /** About the widths of Arial: digits .556, small letters .5 on average, capitals .68. */
    private static double narrow(String text, TextStyle style) {
        double em = text.codePoints().mapToDouble(c -> style.mono() ? .6 : Character.isUpperCase(c) ? .68 : Character.isDigit(c) ? .556
                : "il.,:;|' !()[]tf/".indexOf(c) >= 0 ? .29 : .52).sum();
        return em * style.size() * (style.bold() ? 1.05 : 1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pictures_keep_their_budgets(String kind) {
        Scene scene = ReferencePictures.all().get(kind);

        assertThat(SvgEncoder.encode(scene, "gh").length()).isLessThan(60_000);
        assertThat(PngEncoder.encode(scene)).hasSizeLessThan(PngEncoder.BUDGET);
    }
}
