package dev.glassheap.runtime;

import dev.glassheap.runtime.picture.Scene;
import java.util.Map;
import java.util.Optional;

/**
 * What a value shows of itself.
 *
 * @param text its repr, or a picture's text twin
 * @param scene the picture, if it is one of ours
 * @param mime what {@code _repr_html_} and its kin gave, by MIME type
 */
public record DisplayData(String text, Optional<Scene> scene, Map<String, String> mime) {
}
