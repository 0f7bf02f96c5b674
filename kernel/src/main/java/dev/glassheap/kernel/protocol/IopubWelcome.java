package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code iopub_welcome}: tells a subscriber that its subscription has arrived (JEP 65). Has no parent. */
public record IopubWelcome(String subscription) implements Published {

    @Override
    public String msgType() {
        return "iopub_welcome";
    }

    @Override
    public Map<String, Object> content() {
        return Json.object("subscription", subscription);
    }
}
