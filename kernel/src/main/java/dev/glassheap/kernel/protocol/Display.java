package dev.glassheap.kernel.protocol;

import java.util.Map;
import java.util.Optional;

/** Displays on iopub: {@code display_data}, {@code update_display_data}, {@code clear_output}. */
public final class Display {

    private Display() {}

    /**
     * Show this now.
     *
     * @param data MIME type to value
     * @param displayId the name under which {@link Update} can replace it
     */
    public record Data(Map<String, Object> data, Map<String, Object> metadata, Optional<String> displayId)
            implements Published {

        @Override
        public String msgType() {
            return "display_data";
        }

        @Override
        public Map<String, Object> content() {
            Map<String, Object> transientData = Json.object();
            displayId.ifPresent(id -> transientData.put("display_id", id));
            return Json.object("data", data, "metadata", metadata, "transient", transientData);
        }
    }

    /** Replace what was shown under this name. */
    public record Update(Map<String, Object> data, Map<String, Object> metadata, String displayId)
            implements Published {

        @Override
        public String msgType() {
            return "update_display_data";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object(
                    "data", data, "metadata", metadata, "transient", Json.object("display_id", displayId));
        }
    }

    /** Remove the cell's output, at once or when there is new output. */
    public record Clear(boolean untilNew) implements Published {

        @Override
        public String msgType() {
            return "clear_output";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("wait", untilNew);
        }
    }
}
