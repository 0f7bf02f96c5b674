package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.syntax.Scope.Binding;
import org.junit.jupiter.api.Test;

class SymbolTableTest {

    private static Scope scope(String source, int... path) {
        Scope scope = SymbolTable.of(Parser.parseModule(source, "<test>"), "<test>").module();
        for (int index : path) {
            scope = scope.children().get(index);
        }
        return scope;
    }

    @Test
    void a_variable_that_an_inner_function_reads_is_a_cell() {
        String source = "def f(a, b):\n c = 1\n def g(): return b, c\n";
        Scope f = scope(source, 0);
        assertThat(f.binding("a")).isEqualTo(Binding.LOCAL);
        assertThat(f.cellVars()).containsExactly("b", "c");
        assertThat(scope(source, 0, 0).freeVars()).containsExactly("b", "c");
    }

    @Test
    void cells_that_are_parameters_come_first_and_the_others_are_sorted() {
        assertThat(scope("def f(z, y):\n x = w = 1\n lambda: (w, x, y, z)\n", 0).cellVars())
                .containsExactly("z", "y", "w", "x");
    }

    @Test
    void parameters_are_in_the_order_of_co_varnames() {
        assertThat(scope("def f(a, /, b, *args, c, **kw): pass", 0).parameters()).containsExactly("a", "b", "c", "args", "kw");
    }

    @Test
    void super_in_a_method_needs_the_class_cell() {
        String source = "class C:\n def m(self): return super().m()\n";
        assertThat(scope(source, 0).needsClassCell()).isTrue();
        assertThat(scope(source, 0, 0).freeVars()).containsExactly("__class__");
    }

    @Test
    void names_of_a_class_are_not_seen_by_its_methods() {
        String source = "x = 0\nclass C:\n x = 1\n def m(self): return x\n";
        assertThat(scope(source, 0).binding("x")).isEqualTo(Binding.LOCAL);
        assertThat(scope(source, 0, 0).binding("x")).isEqualTo(Binding.GLOBAL_IMPLICIT);
    }

    @Test
    void a_class_that_rebinds_a_name_still_passes_the_cell_on() {
        String source = "def f():\n x = 1\n class C:\n  x = 2\n  def m(self): return x\n";
        assertThat(scope(source, 0, 0).freeVars()).containsExactly("x");
        assertThat(scope(source, 0, 0).binding("x")).isEqualTo(Binding.LOCAL);
    }

    @Test
    void private_names_are_mangled_with_the_class() {
        Scope method = scope("class _C:\n def m(self): __x = 1; __y__ = 2\n", 0, 0);
        assertThat(method.otherLocals()).containsExactly("_C__x", "__y__");
        assertThat(method.mangle("__x")).isEqualTo("_C__x");
    }

    @Test
    void a_walrus_in_a_comprehension_binds_in_the_function() {
        String source = "def f(): return [y := x for x in z]\n";
        assertThat(scope(source, 0).binding("y")).isEqualTo(Binding.CELL);
        assertThat(scope(source, 0, 0).binding("y")).isEqualTo(Binding.FREE);
        assertThat(scope("[y := x for x in z]", 0).binding("y")).isEqualTo(Binding.GLOBAL_EXPLICIT);
    }

    @Test
    void global_and_nonlocal_say_where_a_name_lives() {
        String source = "def f():\n a = 1\n def g():\n  nonlocal a\n  global b\n  a = b = 2\n";
        assertThat(scope(source, 0, 0).binding("a")).isEqualTo(Binding.FREE);
        assertThat(scope(source, 0, 0).binding("b")).isEqualTo(Binding.GLOBAL_EXPLICIT);
    }

    @Test
    void qualified_names_tell_the_path() {
        String source = "class A:\n def m(self):\n  def g(): return [lambda: i for i in j]\n";
        assertThat(scope(source, 0, 0, 0).qualname()).isEqualTo("A.m.<locals>.g");
        assertThat(scope(source, 0, 0, 0, 0).qualname()).isEqualTo("A.m.<locals>.g.<locals>.<listcomp>");
        assertThat(scope(source, 0, 0, 0, 0, 0).qualname())
                .isEqualTo("A.m.<locals>.g.<locals>.<listcomp>.<lambda>");
    }

    @Test
    void yield_makes_a_generator_and_await_a_coroutine() {
        assertThat(scope("def f(): yield", 0).isGenerator()).isTrue();
        assertThat(scope("async def f(): pass", 0).isCoroutine()).isTrue();
        assertThat(scope("lambda: (x for x in y)", 0, 0).isGenerator()).isTrue();
    }
}
