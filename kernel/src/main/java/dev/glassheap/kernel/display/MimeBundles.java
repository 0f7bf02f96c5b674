package dev.glassheap.kernel.display;

import dev.glassheap.runtime.picture.Scene;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One picture for every reader: data for our own renderer, SVG for trusted notebooks, PNG for untrusted ones and exports, text
 * for all others. There
 * is no {@code text/html}: it would win over the SVG in exports, and untrusted notebooks would clean it.
 */
public final class MimeBundles {

    public static final String HEAP = "application/vnd.glassheap.heap.v1+json";
    public static final String SVG = "image/svg+xml";
    public static final String PNG = "image/png";
    public static final String TEXT = "text/plain";

    private MimeBundles() { }

    /**
     * Data by MIME type (JSON values as maps, lists, strings and numbers; the PNG in Base64) and metadata by MIME type (the size
     * at which the PNG is to be shown).
     */
    public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) { }

    /** The same scene always has the same bundle: the ids in its SVG are made of a hash of what it says. */
    public static MimeBundle of(Scene scene) {
        return of(scene, "gh-" + scene.kind() + "-" + Integer.toHexString(scene.text().hashCode()));
    }

    /**
     * @param idPrefix begins every id in the SVG, for example the display id
     */
    public static MimeBundle of(Scene scene, String idPrefix) {
        var data = new LinkedHashMap<String, Object>();
        data.put(HEAP, JsonRecords.of(scene));
        data.put(SVG, SvgEncoder.encode(scene, idPrefix));
        data.put(PNG, Base64.getEncoder().encodeToString(PngEncoder.encode(scene)));
        data.put(TEXT, scene.text());
        return new MimeBundle(data, Map.of(PNG, Map.of("width", Scene.WIDTH, "height", scene.height())));
    }
}
