package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.picture.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundlesTest {

    private final Scene scene = ReferencePictures.all().get("object");

    @Test
    void a_picture_leaves_as_data_svg_png_and_text_and_never_as_html() {
        MimeBundles.MimeBundle bundle = MimeBundles.of(scene);

        assertThat(bundle.data().keySet()).containsExactly("application/vnd.glassheap.heap.v1+json", "image/svg+xml",
                "image/png", "text/plain");
        assertThat(bundle.data().get("text/plain")).isEqualTo(scene.text());
        assertThat(bundle.data().get("image/png")).asString().startsWith("iVBORw0KGgo");
        assertThat(bundle.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 760, "height", scene.height())));
    }

    @Test
    void ids_are_the_same_for_the_same_picture_and_others_for_another() {
        String svg = (String) MimeBundles.of(scene).data().get("image/svg+xml");
        String again = (String) MimeBundles.of(scene).data().get("image/svg+xml");
        String other = (String) MimeBundles.of(ReferencePictures.all().get("heap")).data().get("image/svg+xml");

        assertThat(svg).isEqualTo(again);
        assertThat(id(svg)).isNotEqualTo(id(other)).startsWith("gh-object-");
    }

    private static String id(String svg) {
        return svg.replaceAll("(?s).*<title id=\"([^\"]+)-t\".*", "$1");
    }
}
