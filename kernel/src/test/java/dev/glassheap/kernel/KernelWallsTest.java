package dev.glassheap.kernel;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom among the kernel's rooms; what is not named here may not be imported. */
class KernelWallsTest {

    private static final String ROOT = "dev.glassheap.kernel.";

    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.glassheap.kernel");

    @ParameterizedTest
    @CsvSource({
        "interpreter, ''",
        "protocol, ''",
        "wire, protocol tools.jackson..",
        "transport, wire protocol org.zeromq.. zmq..",
        "dispatch, protocol interpreter",
        "display, dev.glassheap.runtime..",
        "minipy, interpreter display dev.glassheap.runtime.. org.graalvm..",
    })
    void a_room_knows_only_the_rooms_it_needs(String room, String allowed) {
        String[] packages = Arrays.stream(("java.. " + ROOT + room + ".. " + allowed).split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.contains(".") ? name : ROOT + name + "..")
                .toArray(String[]::new);
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .onlyDependOnClassesThat(inOneOf(packages))
                .allowEmptyShould(true)
                .check(KERNEL);
    }

    /** {@code javax.crypto} is java.base too. */
    private static DescribedPredicate<JavaClass> inOneOf(String[] packages) {
        List<String> all = new ArrayList<>(List.of(packages));
        all.add("javax.crypto..");
        return JavaClass.Predicates.resideInAnyPackage(all.toArray(String[]::new))
                .or(DescribedPredicate.describe("primitives and their arrays", type -> type.getPackageName().isEmpty()))
                .as("in " + all);
    }

    @ParameterizedTest
    @CsvSource({"tools.jackson.., wire", "org.zeromq.., transport", "zmq.., transport", "org.graalvm.., minipy"})
    void a_library_has_one_importer(String library, String room) {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(KERNEL);
    }

    @Test
    void the_rooms_form_no_cycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(KERNEL);
    }
}
