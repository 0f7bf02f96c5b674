package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.picture.Scene;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a guest value shows of itself in a notebook: a picture of ours, its {@code _repr_*_} methods, its repr. */
public final class Displays {

    private static final Map<String, String> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("_repr_html_", "text/html");
        METHODS.put("_repr_svg_", "image/svg+xml");
        METHODS.put("_repr_markdown_", "text/markdown");
        METHODS.put("_repr_latex_", "text/latex");
    }

    /** @param text repr or text twin; @param scene the picture if it is one; @param mime further representations by MIME type */
    public record Shown(String text, Optional<Scene> scene, Map<String, String> mime) {
    }

    private final World w;

    public Displays(World w) {
        this.w = w;
    }

    /** The value is borrowed. Raises what its repr raises. */
    public Shown of(PyObject value) {
        if (value instanceof Picture p) {
            return new Shown(p.text(), Optional.of(p.scene()), Map.of());
        }
        Map<String, String> mime = new LinkedHashMap<>();
        METHODS.forEach((method, type) -> {
            if (value.type.lookup(method) != null) {
                represent(value, method).ifPresent(text -> mime.put(type, text));
            }
        });
        return new Shown(Objects.reprText(w, value), Optional.empty(), mime);
    }

    private Optional<String> represent(PyObject value, String method) {
        try {
            PyObject text = Calls.callMethod(w, value, method);
            Optional<String> result = text instanceof PyStr s ? Optional.of(s.text()) : Optional.empty();
            w.release(text, Holder.RESULT);
            return result;
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, value);
            return Optional.empty();
        }
    }
}
