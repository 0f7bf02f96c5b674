package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of a native function, as Argument Clinic declares them, and how arguments are matched to them.
 *
 * <p>Written as text: {@code "iterable, /, *, key, reverse"}; a parameter followed by {@code ?} is optional, names before
 * {@code /} are positional-only, names after {@code *} keyword-only. Example: {@code Signature.of("sort", "*, key?, reverse?")}.
 *
 * @param function name without parentheses, as messages print it
 * @param names parameter names in order
 * @param positionalOnly number of positional-only parameters
 * @param positional number of parameters that may be given by position
 * @param optional whether each parameter may be absent
 */
public record Signature(String function, List<String> names, int positionalOnly, int positional, List<Boolean> optional) {

    public static Signature of(String function, String parameters) {
        List<String> names = new ArrayList<>();
        List<Boolean> optional = new ArrayList<>();
        int positionalOnly = 0;
        int positional = -1;
        for (String part : parameters.isBlank() ? new String[0] : parameters.split(",")) {
            String p = part.strip();
            if (p.equals("/")) {
                positionalOnly = names.size();
            } else if (p.equals("*")) {
                positional = names.size();
            } else {
                optional.add(p.endsWith("?"));
                names.add(p.endsWith("?") ? p.substring(0, p.length() - 1) : p);
            }
        }
        return new Signature(function, List.copyOf(names), positionalOnly, positional < 0 ? names.size() : positional,
            List.copyOf(optional));
    }

    /** Number of parameters that must be given. */
    public int required() {
        return (int) optional.stream().filter(o -> !o).count();
    }
}
