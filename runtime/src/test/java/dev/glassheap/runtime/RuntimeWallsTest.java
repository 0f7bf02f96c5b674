package dev.glassheap.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms of the runtime: who may import whom. */
class RuntimeWallsTest {

    private static final String ROOT = "dev.glassheap.runtime";

    /** For each room the rooms it may use; java.base is free for all. */
    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.of(
        "event", List.of(),
        "heap", List.of("event"),
        "object", List.of("heap", "event"),
        "gc", List.of("object", "heap", "event"),
        "syntax", List.of(),
        "snapshot", List.of("object", "gc", "heap", "event"),
        "picture", List.of("snapshot"),
        "interpreter", List.of("event", "heap", "object", "gc", "snapshot", "picture", "syntax"),
        "module", List.of("event", "heap", "object", "gc", "snapshot", "picture", "syntax", "interpreter")));

    @TestFactory
    Stream<DynamicTest> a_room_imports_only_what_stands_below_it() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
        return MAY_IMPORT.entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
            String[] forbidden = MAY_IMPORT.keySet().stream().filter(r -> !r.equals(room.getKey()) && !room.getValue().contains(r))
                .map(r -> ROOT + "." + r + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + "." + room.getKey() + "..").should().dependOnClassesThat()
                .resideInAnyPackage(withRoot(forbidden)).check(classes);
        }));
    }

    /** No room may use the language's root classes. */
    private static String[] withRoot(String[] forbidden) {
        String[] all = Arrays.copyOf(forbidden, forbidden.length + 1);
        all[forbidden.length] = ROOT;
        return all;
    }

    @TestFactory
    Stream<DynamicTest> libraries_stay_where_they_belong() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
        return Stream.of("event", "heap", "syntax", "snapshot", "picture").map(room -> DynamicTest.dynamicTest(room + " needs java.base alone",
            () -> noClasses().that().resideInAPackage(ROOT + "." + room + "..").should().dependOnClassesThat()
                .resideInAnyPackage("com.oracle..", "org.graalvm..", "java.desktop..", "javax..", "java.sql..").check(classes)));
    }
}
