package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantFoldingTest {

    private static Expr fold(String expression) {
        return ConstantFolding.fold(Parser.parseExpression(expression, "<test>")).body();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "1 + 2 * 3; 7", "2 ** 60 % 7; 1", "-7 // 2; -4", "-7 % 3; 2", "~5; -6", "True + True; 2", "not 0; True",
        "7 / 2; 3.5", "'ab' * 3; 'ababab'", "'a' 'b' + 'c'; 'abc'", "'abc'[-1]; 'c'", "(1, 2)[0]; 1", "1 << 10; 1024",
        "True & False; False", "b'ab'[1]; 98", "-0.0; -0.0", "5.5 // -2; -3.0", "(1,) * 2; (1, 1)", "__debug__; True"})
    void operations_on_constants_are_done(String expression, String value) {
        assertThat(fold(expression)).isInstanceOfSatisfying(Expr.Constant.class,
                constant -> assertThat(ConstantText.of(constant.value())).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "1 / 0", "2 ** 200", "'a' * 5000", "(1,) * 257", "1 << 200", "'abc'[5]", "x + 1", "1 @ 2", "'%d' % 1", "-'a'",
        "1 << -1", "'a' + 1", "(0, x)[0]", "0 ** -1", "5 % 0"})
    void errors_and_large_results_are_left_to_the_run_time(String expression) {
        assertThat(fold(expression)).isNotInstanceOf(Expr.Constant.class);
    }

    @Test
    void the_right_side_of_in_needs_no_new_container() {
        assertThat(((Expr.Compare) fold("x in [1, 2]")).comparators().getFirst()).isInstanceOfSatisfying(
                Expr.Constant.class, c -> assertThat(c.value()).isInstanceOf(ConstantValue.TupleValue.class));
        assertThat(((Expr.Compare) fold("x in {1, 2}")).comparators().getFirst()).isInstanceOfSatisfying(
                Expr.Constant.class, c -> assertThat(c.value()).isInstanceOf(ConstantValue.FrozenSetValue.class));
        assertThat(((Expr.Compare) fold("x == [1, 2]")).comparators().getFirst()).isInstanceOf(Expr.List.class);
    }

    @Test
    void not_goes_into_identity_and_membership_only() {
        assertThat(fold("not x is y")).isInstanceOfSatisfying(
                Expr.Compare.class, compare -> assertThat(compare.ops()).containsExactly(CmpOp.IS_NOT));
        assertThat(fold("not x < y")).isInstanceOf(Expr.UnaryOp.class);
    }

    @Test
    void a_percent_format_of_simple_fields_is_an_f_string() {
        assertThat(fold("'%s=%5r!' % (a, b)")).isInstanceOf(Expr.JoinedStr.class);
        assertThat(fold("'%d' % (a,)")).isInstanceOf(Expr.BinOp.class);
        assertThat(fold("'%s' % (a, b)")).isInstanceOf(Expr.BinOp.class);
    }

    @Test
    void a_string_made_by_folding_is_no_docstring() {
        Mod.Module module = ConstantFolding.fold(Parser.parseModule("'a' + 'b'\n", "<test>"));
        assertThat(((Stmt.ExprStmt) module.body().getFirst()).value()).isInstanceOf(Expr.JoinedStr.class);
        Mod.Module plain = ConstantFolding.fold(Parser.parseModule("'a' 'b'\n", "<test>"));
        assertThat(((Stmt.ExprStmt) plain.body().getFirst()).value()).isInstanceOf(Expr.Constant.class);
    }
}
