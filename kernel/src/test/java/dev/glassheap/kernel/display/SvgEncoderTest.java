package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glassheap.runtime.picture.Role;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape;
import dev.glassheap.runtime.picture.TextStyle;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgEncoderTest {

    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "defs", "pattern", "rect", "path", "circle",
            "text", "tspan");
    private static final Set<String> FORBIDDEN = Set.of("style", "class", "href", "onload", "onclick");

    private static Scene scene(String text) {
        var label = new Shape.Label(20, 40, Shape.Anchor.START, List.of(new Shape.Span(text, TextStyle.HEADLINE)), "");
        return new Scene("pool", List.of(text), List.of("heap"), text, 60,
                List.of(label, new Shape.Box(20.5, 44.5, 20, 10, Role.FREE, text)), List.of(), List.of(), "x\n");
    }

    /** Parses the SVG and returns all of its character data. */
    private static String read(String svg, String prefix) throws Exception {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
        var text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                assertThat(reader.getLocalName()).isIn(ELEMENTS);
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    assertThat(reader.getAttributeLocalName(i)).isNotIn(FORBIDDEN);
                    if (reader.getAttributeLocalName(i).equals("id")) {
                        assertThat(reader.getAttributeValue(i)).startsWith(prefix);
                    }
                }
            }
        }
        return text.toString();
    }

    @Test
    void every_reference_picture_is_clean_svg_with_its_own_panel_and_prefixed_ids() throws Exception {
        for (Scene scene : ReferencePictures.all().values()) {
            String svg = SvgEncoder.encode(scene, "cell-7-1");

            read(svg, "cell-7-1");
            assertThat(svg).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\"")
                    .contains("role=\"img\"", "viewBox=\"0 0 760 ")
                    .contains("<title id=\"cell-7-1-t\">" + SvgEncoder.escape(scene.title()) + "</title>")
                    .contains("fill=\"#FFFFFF\" stroke=\"#AEB6BF\" rx=\"4\"");
            assertThat(ids(svg)).hasSize(4);
        }
    }

    private static Set<String> ids(String svg) {
        var ids = new TreeSet<String>();
        java.util.regex.Pattern.compile(" id=\"([^\"]+)\"").matcher(svg).results().forEach(m -> assertThat(ids.add(m.group(1))).isTrue());
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a\"b'c&d", "]]>", "\u05d0\u05d1#1", "\ud83d\ude00",
    "lone \ud800 surrogate", "nul \0 and \u0007", "\uffff"})
    void any_name_stays_text(String name) throws Exception {
        String text = read(SvgEncoder.encode(scene(name), "gh"), "gh");

        assertThat(text).contains(name.replaceAll("[\\x00-\\x1f\\ud800\\uffff]", "?").replace("?\ude00", "\ud83d\ude00"));
    }

    @Test
    void right_to_left_names_are_isolated() {
        assertThat(SvgEncoder.encode(scene("\u05d0\u05d1#1"), "gh")).contains("\u2066\u05d0\u05d1#1\u2069");
    }

    @Test
    void a_prefix_that_could_leave_the_attribute_is_refused() {
        assertThatThrownBy(() -> SvgEncoder.encode(scene("x"), "a\" onload=\"b")).isInstanceOf(IllegalArgumentException.class);
    }
}
