package dev.glassheap.kernel.dispatch;

import static dev.glassheap.kernel.dispatch.InMemoryKernel.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    private final InMemoryKernel kernel = new InMemoryKernel();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
    }

    @Test
    void control_is_answered_while_a_cell_runs() {
        Message cell = kernel.execute("loop");
        kernel.await(cell, "status busy");

        Message info = kernel.control("kernel_info_request");

        List<Message> messages = kernel.untilIdle(info);
        assertThat(messages.stream().map(InMemoryKernel::describe))
                .containsExactly("status busy", "kernel_info_reply ok", "status idle");
        assertThat(messages.get(1).channel()).isEqualTo(Channel.CONTROL);

        Message interrupt = kernel.control("interrupt_request");
        assertThat(kernel.describeUntilIdle(interrupt)).containsExactly("status busy", "interrupt_reply ok", "status idle");
        assertThat(kernel.describeUntilIdle(cell))
                .containsExactly("execute_input 1 loop", "error KeyboardInterrupt", "execute_reply error 1", "status idle");
    }

    @Test
    void an_interrupt_without_a_cell_does_not_reach_the_next() {
        kernel.untilIdle(kernel.control("interrupt_request"));

        assertThat(kernel.interpreter.interruptPending()).isFalse();
        assertThat(kernel.describeUntilIdle(kernel.execute("x"))).contains("execute_reply ok 1");
    }

    @Test
    void an_interrupt_that_a_cell_was_too_quick_for_does_not_reach_the_next() {
        for (int i = 0; i < 100; i++) {
            Message quick = kernel.execute("x", "stop_on_error", false);
            kernel.await(quick, "status busy");
            kernel.untilIdle(kernel.control("interrupt_request"));
            kernel.untilIdle(quick);

            Message next = kernel.execute("input Name?");
            kernel.await(next, "input_request Name? false");
            kernel.answer("Ada", Map.of());
            assertThat(kernel.describeUntilIdle(next)).contains("stream stdout you said Ada|");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"execute_request", "complete_request", "inspect_request", "is_complete_request"})
    void requests_for_shell_are_refused(String type) {
        Message request = kernel.control(type, "code", "x");

        List<Message> messages = kernel.untilIdle(request);

        assertThat(messages).hasSize(3);
        assertThat(messages.get(1).content()).containsEntry("status", "error").containsEntry("ename", "WrongChannel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debug_request", "create_subshell_request", "no such type", ""})
    void unknown_messages_are_ignored(String type) {
        assertThat(kernel.describeUntilIdle(kernel.control(type))).containsExactly("status busy", "status idle");
        assertThat(kernel.describeUntilIdle(kernel.shell(type))).containsExactly("status busy", "status idle");
    }

    @Test
    void shutdown_is_answered_and_ends_the_kernel() throws InterruptedException {
        Message shutdown = kernel.control("shutdown_request", "restart", true);

        List<Message> messages = kernel.untilIdle(shutdown);

        assertThat(messages.stream().map(message -> message.channel() + " " + describe(message))).containsExactly(
                "IOPUB status busy", "IOPUB shutdown_reply ok", "CONTROL shutdown_reply ok", "IOPUB status idle");
        assertThat(messages.get(2).content()).isEqualTo(Map.of("status", "ok", "restart", true));
        kernel.kernel.awaitEnd();
        assertThat(kernel.interpreter.shutdown()).contains(true);
    }

    @Test
    void shutdown_stops_the_running_cell_and_aborts_the_waiting() throws InterruptedException {
        Message cell = kernel.execute("loop", "stop_on_error", false);
        Message waiting = kernel.execute("print never");
        kernel.await(cell, "status busy");

        kernel.untilIdle(kernel.control("shutdown_request"));

        kernel.kernel.awaitEnd();
        assertThat(kernel.describeUntilIdle(cell)).endsWith("execute_reply error 1", "status idle");
        assertThat(kernel.describeUntilIdle(waiting))
                .containsExactly("status busy", "execute_reply aborted 1", "status idle");
        assertThat(kernel.interpreter.shutdown()).contains(false);
    }

    @Test
    void shutdown_on_shell_is_answered_too() throws InterruptedException {
        Message shutdown = kernel.shell("shutdown_request", "restart", false);

        assertThat(kernel.describeUntilIdle(shutdown))
                .containsExactly("status busy", "shutdown_reply ok", "shutdown_reply ok", "status idle");
        kernel.kernel.awaitEnd();
    }

    @Test
    void a_welcome_goes_to_the_topic_and_has_no_parent() {
        kernel.kernel.subscribed("some topic");

        Message welcome = kernel.next();

        assertThat(welcome.type()).isEqualTo("iopub_welcome");
        assertThat(welcome.route()).containsExactly("some topic".getBytes(StandardCharsets.UTF_8));
        assertThat(welcome.parentHeader()).isEmpty();
        assertThat(welcome.content()).isEqualTo(Map.of("subscription", "some topic"));
    }
}
