package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShellRequestsTest {

    private final InMemoryKernel kernel = new InMemoryKernel();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
    }

    private Map<String, Object> replyTo(Message request) {
        List<Message> messages = kernel.untilIdle(request);
        assertThat(messages).hasSize(3);
        return messages.get(1).content();
    }

    @Test
    void kernel_info_has_every_field_of_5_5() {
        assertThat(replyTo(kernel.shell("kernel_info_request"))).isEqualTo(Map.of(
                "status", "ok",
                "protocol_version", "5.5",
                "implementation", "echo",
                "implementation_version", "1.0",
                "language_info", Map.of(
                        "name", "python",
                        "version", "3.11.7",
                        "mimetype", "text/x-python",
                        "file_extension", ".py",
                        "pygments_lexer", "ipython3",
                        "codemirror_mode", Map.of("name", "ipython", "version", 3),
                        "nbconvert_exporter", "python"),
                "banner", "Echo: a language that says what you say",
                "help_links", List.of(Map.of("text", "Python 3.11 Reference", "url", "https://docs.python.org/3.11")),
                "supported_features", List.of()));
    }

    @Test
    void connect_tells_the_ports() {
        assertThat(replyTo(kernel.shell("connect_request"))).isEqualTo(Map.of(
                "status", "ok", "shell_port", 1, "iopub_port", 2, "stdin_port", 3, "control_port", 4, "hb_port", 5));
    }

    @Test
    void completion_counts_code_points_and_tells_types() {
        Map<String, Object> reply = replyTo(kernel.shell("complete_request", "code", "𝐚𝐚𝐚 pri", "cursor_pos", 7));

        assertThat(reply).isEqualTo(Map.of(
                "status", "ok",
                "matches", List.of("print"),
                "cursor_start", 4,
                "cursor_end", 7,
                "metadata", Map.of("_jupyter_types_experimental", List.of(Map.of(
                        "start", 4, "end", 7, "text", "print", "type", "function", "signature", "(argument)")))));
    }

    @Test
    void a_cursor_outside_the_code_is_moved_to_its_border() {
        assertThat(replyTo(kernel.shell("complete_request", "code", "pri", "cursor_pos", 99)))
                .containsEntry("matches", List.of("print"))
                .containsEntry("cursor_end", 3);
        assertThat(replyTo(kernel.shell("complete_request", "code", "pri", "cursor_pos", -1)))
                .containsEntry("cursor_end", 0);
        assertThat(replyTo(kernel.shell("complete_request", "code", "pri"))).containsEntry("cursor_end", 3);
    }

    @Test
    void inspection_finds_or_says_that_it_does_not() {
        assertThat(replyTo(kernel.shell("inspect_request", "code", "print", "cursor_pos", 5, "detail_level", 1)))
                .isEqualTo(Map.of(
                        "status", "ok",
                        "found", true,
                        "data", Map.of("text/plain", "print is a command, seen at level 1"),
                        "metadata", Map.of()));
        assertThat(replyTo(kernel.shell("inspect_request", "code", "nothing", "cursor_pos", 5)))
                .isEqualTo(Map.of("status", "ok", "found", false, "data", Map.of(), "metadata", Map.of()));
    }

    @Test
    void is_complete_tells_the_indent_of_incomplete_code() {
        assertThat(replyTo(kernel.shell("is_complete_request", "code", "x"))).isEqualTo(Map.of("status", "complete"));
        assertThat(replyTo(kernel.shell("is_complete_request", "code", "x:")))
                .isEqualTo(Map.of("status", "incomplete", "indent", "    "));
        assertThat(replyTo(kernel.shell("is_complete_request", "code", "!!"))).isEqualTo(Map.of("status", "invalid"));
    }

    @Test
    void history_has_stored_cells_only() {
        kernel.untilIdle(kernel.execute("value 1"));
        kernel.untilIdle(kernel.execute("hidden", "store_history", false));
        kernel.untilIdle(kernel.execute("print 2"));

        assertThat(replyTo(kernel.shell("history_request", "hist_access_type", "tail", "n", 5, "output", false)))
                .isEqualTo(Map.of("status", "ok", "history", List.of(List.of(1, 1, "value 1"), List.of(1, 2, "print 2"))));
        assertThat(replyTo(kernel.shell("history_request", "hist_access_type", "range", "start", 1, "stop", 2, "output", true)))
                .containsEntry("history", List.of(List.of(1, 1, List.of("value 1", "1"))));
        assertThat(replyTo(kernel.shell("history_request", "hist_access_type", "sideways")))
                .containsEntry("status", "error");
    }

    @Test
    void a_comm_for_an_unknown_target_is_closed() {
        Message open = kernel.shell("comm_open", "comm_id", "c1", "target_name", "nobody", "data", Map.of());

        assertThat(kernel.describeUntilIdle(open)).containsExactly("status busy", "comm_close c1 {}", "status idle");
    }

    @Test
    void a_comm_whose_target_fails_is_closed() {
        Message open = kernel.shell("comm_open", "comm_id", "c1", "target_name", "broken", "data", Map.of());

        assertThat(kernel.describeUntilIdle(open)).containsExactly("status busy", "comm_close c1 {}", "status idle");
        assertThat(replyTo(kernel.shell("comm_info_request"))).containsEntry("comms", Map.of());
    }

    @Test
    void a_comm_is_opened_spoken_to_and_closed() {
        Message open = kernel.shell("comm_open", "comm_id", "c1", "target_name", "echo", "data", Map.of("a", 1));
        assertThat(kernel.describeUntilIdle(open))
                .containsExactly("status busy", "comm_msg c1 {opened={a=1}}", "status idle");
        assertThat(replyTo(kernel.shell("comm_info_request")))
                .isEqualTo(Map.of("status", "ok", "comms", Map.of("c1", Map.of("target_name", "echo"))));
        assertThat(replyTo(kernel.shell("comm_info_request", "target_name", "other"))).containsEntry("comms", Map.of());

        Message say = kernel.shell("comm_msg", "comm_id", "c1", "data", Map.of("b", 2));
        assertThat(kernel.describeUntilIdle(say)).containsExactly("status busy", "comm_msg c1 {b=2}", "status idle");

        Message bye = kernel.shell("comm_msg", "comm_id", "c1", "data", Map.of("bye", true));
        assertThat(kernel.describeUntilIdle(bye)).containsExactly("status busy", "comm_close c1 {bye=true}", "status idle");
        assertThat(replyTo(kernel.shell("comm_info_request"))).containsEntry("comms", Map.of());
    }

    @Test
    void messages_for_comms_that_are_not_open_are_ignored() {
        assertThat(kernel.describeUntilIdle(kernel.shell("comm_msg", "comm_id", "gone", "data", Map.of())))
                .containsExactly("status busy", "status idle");
        assertThat(kernel.describeUntilIdle(kernel.shell("comm_close", "comm_id", "gone")))
                .containsExactly("status busy", "status idle");
        assertThat(kernel.describeUntilIdle(kernel.shell("comm_msg", "comm_id", 7)))
                .containsExactly("status busy", "status idle");
    }
}
