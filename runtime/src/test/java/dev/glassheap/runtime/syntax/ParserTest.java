package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParserTest {

    private static ConstantValue constant(String source) {
        return ((Expr.Constant) Parser.parseExpression(source, "<test>").body()).value();
    }

    @Test
    void columns_count_code_points() {
        Mod.Module module = Parser.parseModule("'😀é'; x\n", "<test>");
        assertThat(module.body().get(1).span()).isEqualTo(new Span(1, 6, 1, 7));
    }

    @Test
    void identifiers_are_normalised() {
        assertThat(Parser.parseExpression("ﬁn", "<test>").body())
                .isInstanceOfSatisfying(Expr.Name.class, name -> assertThat(name.id()).isEqualTo("fin"));
    }

    @Test
    void two_surrogate_escapes_stay_two_characters() {
        assertThat(((ConstantValue.StrValue) constant("'\\ud83d\\ude00'")).codePoints()).containsExactly(0xd83d, 0xde00);
    }

    @Test
    void carriage_returns_are_newlines() {
        assertThat(Parser.parseModule("a\r\nb\rc", "<test>").body()).hasSize(3);
        assertThat(constant("'''a\r\nb'''")).isEqualTo(ConstantValue.StrValue.of("a\nb"));
    }

    @Test
    void an_expression_may_not_be_followed_by_a_statement() {
        assertThatThrownBy(() -> Parser.parseExpression("a; b", "<test>")).hasMessage("invalid syntax");
        assertThat(Parser.parseExpression("a + 1\n\n", "<test>").body()).isInstanceOf(Expr.BinOp.class);
    }

    @Test
    void single_mode_takes_one_statement() {
        assertThat(Parser.parseInteractive("if a:\n  b\n\n", "<test>").body()).hasSize(1);
        assertThat(Parser.parseInteractive("a; b", "<test>").body()).hasSize(2);
        assertThatThrownBy(() -> Parser.parseInteractive("a\nb\n", "<test>"))
                .hasMessage("multiple statements found while compiling a single statement");
    }

    @Test
    void a_null_character_is_refused() {
        assertThatThrownBy(() -> Parser.parseModule("a\0b", "<test>"))
                .hasMessage("source code string cannot contain null bytes");
    }

    @Test
    void an_error_of_the_compiler_gets_its_line_from_the_source() {
        String source = "x = 1\nreturn x\n";
        assertThatThrownBy(() -> AnalyzedTree.of(Parser.parseModule(source, "<test>"), "<test>"))
                .isInstanceOfSatisfying(PythonSyntaxError.class, error -> {
                    assertThat(error.place().orElseThrow().text()).isEmpty();
                    assertThat(error.withText(source).place().orElseThrow().text()).contains("return x\n");
                });
    }

    @Test
    void constants_of_different_types_differ() {
        assertThat(constant("1")).isNotEqualTo(constant("1.0")).isNotEqualTo(constant("True"));
        assertThat(constant("0.0")).isNotEqualTo(new ConstantValue.FloatValue(-0.0));
    }

    @Test
    void parsing_takes_time_in_proportion_to_the_length() {
        String line = "value = function(first, second=[1, 2, 3])[index].attribute + other * 2 if test else 'text'\n";
        Parser.parseModule(line.repeat(2_000), "<test>");
        long small = time(line.repeat(2_000));
        long large = time(line.repeat(20_000));
        assertThat(large).as("ten times the source, in ns").isLessThan(40 * small + 200_000_000L);
    }

    private static long time(String source) {
        long start = System.nanoTime();
        Parser.parseModule(source, "<test>");
        return System.nanoTime() - start;
    }
}
