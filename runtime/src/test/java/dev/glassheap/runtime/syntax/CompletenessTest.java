package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# c", "x", "x\n", "def f():\n    return 1\n", "for i in x: print(i)", "    x = 1",
        "if a:\n    b\n# c\n", "x = (1,\n2)", "class A:\n    pass\n\n", "a;"})
    void what_can_be_run_is_complete(String code) {
        assertThat(Completeness.of(code)).isEqualTo(new Completeness.Complete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = )", "x y", "return 1", "x = \"abc", "1 +* 2", "print \"a\"", "else:\n  x\n", "break",
        "if x:\n        y\n    z\n", "x = 1 +\n"})
    void what_no_further_line_repairs_is_invalid(String code) {
        assertThat(Completeness.of(code)).isEqualTo(new Completeness.Invalid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = (", "x = \"\"\"abc", "x \\", "@dec\n", "d = {", "[x for x in y", "f(a b\n"})
    void what_is_open_is_incomplete(String code) {
        assertThat(Completeness.of(code)).isEqualTo(new Completeness.Incomplete(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"def f():", "if x:\n", "while 1: # c", "def f():\n    return 1", "try:", "with a as b:",
        "d = {\n    'a': 1,"})
    void an_open_block_asks_for_its_indentation(String code) {
        assertThat(Completeness.of(code)).isEqualTo(new Completeness.Incomplete("    "));
    }
}
