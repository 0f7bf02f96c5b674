package dev.glassheap.kernel.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema 2020-12 as our schema uses; an unknown keyword is an error, so that the schema cannot say what is not checked. */
final class SchemaCheck {

    private final Map<String, Object> root;

    SchemaCheck(Map<String, Object> root) {
        this.root = root;
    }

    List<String> problems(Object value) {
        var problems = new ArrayList<String>();
        check(root, value, "$", problems);
        return problems;
    }

    /** The definition of a name under {@code $defs}. */
    Map<String, Object> definition(String name) {
        return map(map(root.get("$defs")).get(name));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    static List<?> list(Object value) {
        return (List<?>) value;
    }

    private void check(Map<String, Object> schema, Object value, String at, List<String> problems) {
        schema.forEach((keyword, limit) -> {
            switch (keyword) {
                case "$schema", "$id", "title", "description", "$defs" -> { }
                case "$ref" -> check(definition(((String) limit).substring("#/$defs/".length())), value, at, problems);
                case "type" -> require(isA(value, (String) limit), at + " is no " + limit, problems);
                case "const" -> require(limit.equals(value), at + " is not " + limit, problems);
                case "enum" -> require(list(limit).contains(value), at + " is " + value, problems);
                case "required" -> list(limit).forEach(name -> require(map(value).containsKey(name), at + " has no " + name, problems));
                case "properties" -> map(limit).forEach((name, rule) -> {
                    if (map(value).containsKey(name)) {
                        check(map(rule), map(value).get(name), at + "." + name, problems);
                    }
                });
                case "additionalProperties" -> map(value).keySet()
                        .forEach(name -> require(map(schema.get("properties")).containsKey(name), at + " has " + name, problems));
                case "items" -> list(value).forEach(item -> check(map(limit), item, at + "[]", problems));
                case "oneOf" -> require(list(limit).stream().filter(choice -> obeys(map(choice), value)).count() == 1,
                        at + " is none of the choices: " + value, problems);
                case "minItems" -> require(list(value).size() >= (Integer) limit, at + " is too short", problems);
                case "maxItems" -> require(list(value).size() <= (Integer) limit, at + " is too long", problems);
                case "minLength" -> require(((String) value).length() >= (Integer) limit, at + " is too short", problems);
                case "minimum" -> require(((Number) value).doubleValue() >= ((Number) limit).doubleValue(), at + " is too small", problems);
                default -> throw new IllegalStateException("keyword not checked: " + keyword);
            }
        });
    }

    private boolean obeys(Map<String, Object> schema, Object value) {
        var problems = new ArrayList<String>();
        check(schema, value, "", problems);
        return problems.isEmpty();
    }

    private static boolean isA(Object value, String type) {
        return switch (type) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            default -> throw new IllegalStateException("type not checked: " + type);
        };
    }

    private static void require(boolean holds, String problem, List<String> problems) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
