package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The guest module heap, as a program sees it. */
class HeapModuleTest {

    private static final String NODE = """
        import heap
        class Node:
            def __init__(self, next=None):
                self.next = next
        """;

    /** What a program prints in the classic profile. */
    private static String run(String program) {
        String[] out = new String[1];
        LiveWorld.use(world -> out[0] = world.run(program), "minipy.Profile", "classic");
        return out[0];
    }

    @Test
    void taking_snapshots_and_pictures_disturbs_nothing() {
        assertThat(run("""
            import heap, sys, gc
            items = [[1], "two", {3: 4}]
            def nothing():
                pass
            def look():
                a = heap.snapshot("a"); heap.show(); heap.show(items); heap.show(arena=0); heap.show(pool=0); a - heap.snapshot()
            def change(action):
                blocks, count, refs, place = sys.getallocatedblocks(), gc.get_count()[0], sys.getrefcount(items), id([])
                action()
                return sys.getallocatedblocks() - blocks, gc.get_count()[0] - count, sys.getrefcount(items) - refs, id([]) - place
            change(nothing), change(look)
            print(change(nothing) == change(look))
            """)).isEqualTo("True\n");
    }

    @Test
    void a_card_names_the_holders_and_the_line_of_birth() {
        assertThat(run(NODE + """
            first = Node()
            second = Node(first)
            card = heap.show(first)
            print(card.headline)
            print("second = " in str(card), "first = Node()" in card.text)
            """)).isEqualTo("Node#1 is held 2 times: global first, Node#2.next\nFalse True\n");
    }

    @Test
    void an_unreferenced_argument_is_a_value_in_use() {
        assertThat(run("import heap\nprint(heap.show([1]).headline)\n")).startsWith("list#").contains("is held once, by a value in use");
    }

    @Test
    void a_difference_lists_what_the_program_did_and_nothing_of_the_cell() {
        assertThat(run(NODE + """
            kept = gone = None
            before = heap.snapshot("before")
            kept = Node()
            middle = heap.snapshot("middle")
            kept = None
            after = heap.snapshot("after")
            print((middle - before).added, (middle - before).removed)
            d = heap.diff(middle, after)
            print(d.added, d.removed, d.headline.split(";")[0])
            """)).isEqualTo("1 0\n0 1 1 object removed\n");
    }

    @Test
    void a_cycle_that_lost_its_name_is_garbage() {
        assertThat(run(NODE + """
            import gc
            gc.disable()
            ring = Node(); ring.next = ring
            before = heap.snapshot()
            del ring
            after = heap.snapshot()
            print(before.garbage, after.garbage > 0, after.reachable + after.garbage + after.parked == after.allocated)
            print((after - before).garbage, "left as garbage" in (after - before).headline)
            gc.collect()
            print(heap.snapshot().garbage)
            """)).isEqualTo("0 True True\n1 True\n0\n");
    }

    @Test
    void a_redefined_class_makes_objects_of_new_names() {
        assertThat(run(NODE + """
            a = Node()
            class Node(Node): pass
            b = Node()
            print(heap.show(a).headline.split()[0], heap.show(b).headline.split()[0])
            """)).isEqualTo("Node#1 Node#2\n");
    }

    @Test
    void what_cannot_be_shown_is_said_in_a_sentence() {
        assertThat(run("""
            import heap
            s = heap.snapshot("early")
            late = [1]
            for text in ("heap.show(arena=9)", "heap.show(pool=64)", "heap.show(s, pool=1)", "heap.diff(1, 2)", "s - 1", "s.show(late)",
                         "heap.show('a', pool=1)", "heap.show(arena='x')", "heap.new_world(profile='big')", "heap.snapshot(3)"):
                try:
                    eval(text)
                    print(text)
                except Exception as e:
                    print(type(e).__name__ + ": " + str(e))
            """).replaceAll("list#\\d+", "list#9")).isEqualTo("""
            ValueError: there is no arena 9; mapped: 0
            ValueError: arena 0 has no pool 64; its pools are 0 to 63
            TypeError: show() takes an object, or arena= and pool=, not both
            TypeError: diff() takes two snapshots, as heap.snapshot() makes them, not int
            TypeError: unsupported operand type(s) for -: 'heap.Snapshot' and 'int'
            ValueError: list#9 is not in snapshot 'early': it was made later
            TypeError: show() takes an object, or arena= and pool=, not both
            TypeError: 'str' object cannot be interpreted as an integer
            ValueError: profile must be one of 'classic', '3.11', '3.13', 'tiny'
            TypeError: the name of a snapshot must be str, not int
            """);
    }

    @Test
    void display_prints_where_no_front_end_is() {
        assertThat(run("from IPython.display import display\ndisplay([1, 'a'], 2)\n")).isEqualTo("[1, 'a']\n2\n");
    }
}
