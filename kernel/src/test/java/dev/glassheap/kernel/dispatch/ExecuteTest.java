package dev.glassheap.kernel.dispatch;

import static dev.glassheap.kernel.dispatch.InMemoryKernel.describe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecuteTest {

    private final InMemoryKernel kernel = new InMemoryKernel();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
    }

    @Test
    void a_cell_travels_in_the_order_of_the_protocol() {
        Message request = kernel.execute("print hello\nerr oh\nprint again\nvalue 42");

        assertThat(kernel.describeUntilIdle(request)).containsExactly(
                "status busy",
                "execute_input 1 print hello|err oh|print again|value 42",
                "stream stdout hello|",
                "stream stderr oh|",
                "stream stdout again|",
                "execute_result 1 {text/plain=42}",
                "execute_reply ok 1",
                "status idle");
    }

    @Test
    void every_message_bears_the_requests_header_and_only_the_reply_goes_to_its_sender() {
        Message request = kernel.execute("print hello\nvalue 42");

        List<Message> messages = kernel.untilIdle(request);

        assertThat(messages).allSatisfy(message -> {
            assertThat(message.parentHeader()).isEqualTo(request.header().fields());
            assertThat(message.header().fields()).containsKeys("msg_id", "session", "username", "date", "version");
        });
        Set<Object> sessions =
                messages.stream().map(message -> message.header().fields().get("session")).collect(Collectors.toSet());
        Set<String> ids = messages.stream().map(message -> message.header().msgId()).collect(Collectors.toSet());
        assertThat(sessions).hasSize(1).doesNotContain("s");
        assertThat(ids).hasSameSizeAs(messages);
        assertThat(messages.stream().filter(message -> message.channel() == Channel.SHELL))
                .singleElement()
                .satisfies(reply -> {
                    assertThat(reply.type()).isEqualTo("execute_reply");
                    assertThat(reply.route()).containsExactly(InMemoryKernel.CLIENT);
                    assertThat(reply.metadata()).containsKey("started");
                });
    }

    @Test
    void displays_come_between_the_text_before_and_after_them() {
        Message request = kernel.execute("print 1\ndisplay A\nprint 2\nupdate B\nprint 3\nclear\nprint 4");

        assertThat(kernel.describeUntilIdle(request)).containsExactly(
                "status busy",
                "execute_input 1 print 1|display A|print 2|update B|print 3|clear|print 4",
                "stream stdout 1|",
                "display_data {text/plain=A} {display_id=d1}",
                "stream stdout 2|",
                "update_display_data {text/plain=B} {display_id=d1}",
                "stream stdout 3|",
                "clear_output true",
                "stream stdout 4|",
                "execute_reply ok 1",
                "status idle");
    }

    @Test
    void an_error_is_shown_and_answered() {
        Message request = kernel.execute("fail because");

        List<Message> messages = kernel.untilIdle(request);

        assertThat(messages.stream().map(InMemoryKernel::describe)).containsExactly(
                "status busy",
                "execute_input 1 fail because",
                "error EchoError because",
                "execute_reply error 1",
                "status idle");
        assertThat(messages.get(3).content()).containsAllEntriesOf(Map.of(
                "ename", "EchoError", "evalue", "because", "traceback", List.of("Traceback", "EchoError: because")));
    }

    @Test
    void ten_thousand_lines_travel_in_few_messages_of_whole_lines() {
        List<Message> messages = kernel.untilIdle(kernel.execute("lines 10000"));

        List<String> texts = messages.stream()
                .filter(message -> message.type().equals("stream"))
                .map(message -> message.content().get("text").toString())
                .toList();
        assertThat(texts).hasSizeLessThan(20).allMatch(text -> text.endsWith("\n"));
        String all = IntStream.range(0, 10_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(String.join("", texts)).isEqualTo(all);
    }

    @Test
    void text_that_waits_is_sent_while_the_cell_runs() {
        Message request = kernel.execute("write dots\nloop");

        kernel.await(request, "stream stdout dots");

        kernel.control("interrupt_request");
        assertThat(kernel.describeUntilIdle(request)).endsWith("execute_reply error 1", "status idle");
    }

    @Test
    void only_stored_cells_are_counted() {
        kernel.untilIdle(kernel.execute("a"));

        Message unstored = kernel.execute("count", "store_history", false);
        assertThat(kernel.describeUntilIdle(unstored)).contains("execute_result 1 {text/plain=1}", "execute_reply ok 1");

        Message next = kernel.execute("count");
        assertThat(kernel.describeUntilIdle(next)).contains("execute_result 2 {text/plain=2}", "execute_reply ok 2");
    }

    @Test
    void a_silent_cell_shows_nothing_and_is_not_counted() {
        Message silent = kernel.execute("print a\ndisplay b\nvalue 1", "silent", true, "store_history", true);
        assertThat(kernel.describeUntilIdle(silent)).containsExactly("status busy", "execute_reply ok 0", "status idle");

        Message failing = kernel.execute("fail quietly", "silent", true);
        assertThat(kernel.describeUntilIdle(failing))
                .containsExactly("status busy", "execute_reply error 0", "status idle");
    }

    @Test
    void user_expressions_have_values_or_errors() {
        Message request = kernel.execute("", "user_expressions", Map.of("good", "1+1", "bad", "fail"));

        Message reply = kernel.await(request, "execute_reply ok 1");

        assertThat(reply.content().get("user_expressions")).isEqualTo(Map.of(
                "good", Map.of("status", "ok", "data", Map.of("text/plain", "1+1"), "metadata", Map.of()),
                "bad", Map.of("status", "error", "ename", "EchoError", "evalue", "fail", "traceback", List.of())));
    }

    @Test
    void payloads_travel_in_the_reply() {
        Message reply = kernel.await(kernel.execute("page help text"), "execute_reply ok 1");

        assertThat(reply.content().get("payload")).isEqualTo(
                List.of(Map.of("source", "page", "data", Map.of("text/plain", "help text"), "start", 0)));
    }

    @Test
    void a_failed_cell_aborts_the_cells_that_wait_behind_it_and_no_others() {
        Message looping = kernel.execute("loop");
        Message waiting = kernel.execute("print never");
        Message info = kernel.shell("kernel_info_request");
        Message alsoWaiting = kernel.execute("print never");
        kernel.await(looping, "status busy");

        kernel.control("interrupt_request");

        assertThat(kernel.describeUntilIdle(looping)).endsWith("execute_reply error 1", "status idle");
        assertThat(kernel.describeUntilIdle(waiting))
                .containsExactly("status busy", "execute_reply aborted 1", "status idle");
        assertThat(kernel.describeUntilIdle(info)).containsExactly("status busy", "kernel_info_reply ok", "status idle");
        assertThat(kernel.describeUntilIdle(alsoWaiting))
                .containsExactly("status busy", "execute_reply aborted 1", "status idle");
        assertThat(kernel.describeUntilIdle(kernel.execute("print now"))).contains("stream stdout now|");
    }

    @Test
    void without_stop_on_error_the_next_cells_run() {
        Message looping = kernel.execute("loop", "stop_on_error", false);
        Message waiting = kernel.execute("print now");
        kernel.await(looping, "status busy");

        kernel.control("interrupt_request");

        assertThat(kernel.describeUntilIdle(waiting)).contains("stream stdout now|", "execute_reply ok 2");
    }

    @Test
    void an_exception_of_the_interpreter_is_an_error_of_the_cell() {
        Message request = kernel.execute("crash");

        assertThat(kernel.describeUntilIdle(request)).containsExactly(
                "status busy",
                "execute_input 1 crash",
                "error KernelFault java.lang.IllegalStateException: the echo is broken",
                "execute_reply error 1",
                "status idle");
        assertThat(kernel.describeUntilIdle(kernel.execute("x"))).contains("execute_reply ok 2");
    }

    @Test
    void a_stack_overflow_of_the_interpreter_is_an_error_of_the_cell() {
        assertThat(kernel.describeUntilIdle(kernel.execute("exhaust"))).contains("execute_reply error 1");
        assertThat(kernel.describeUntilIdle(kernel.execute("x"))).contains("execute_reply ok 2");
    }

    @Test
    void a_value_that_json_cannot_say_is_an_error_of_the_cell() {
        assertThat(kernel.describeUntilIdle(kernel.execute("unspeakable"))).contains("execute_reply error 1");
        assertThat(kernel.describeUntilIdle(kernel.execute("x"))).contains("execute_reply ok 2");
    }

    @Test
    void a_request_of_wrong_types_is_answered_with_an_error() {
        Message number = kernel.shell("execute_request", "code", 5);
        assertThat(kernel.describeUntilIdle(number))
                .containsExactly("status busy", "execute_reply error 0", "status idle");

        Message nothing = kernel.shell("execute_request");
        assertThat(kernel.untilIdle(nothing).get(1).content())
                .containsEntry("ename", "MalformedRequest")
                .containsEntry("evalue", "execute_request: code should be a string, found nothing");

        Message expressions = kernel.execute("x", "user_expressions", Map.of("a", 1));
        assertThat(kernel.describeUntilIdle(expressions)).contains("execute_reply error 0");
    }

    @Test
    void fields_that_are_null_or_unknown_count_as_missing() {
        Message request = kernel.execute("value 1", "silent", null, "user_expressions", null, "colour", "red");

        assertThat(kernel.describeUntilIdle(request)).contains("execute_result 1 {text/plain=1}", "execute_reply ok 1");
    }

    @Test
    void a_cell_that_prints_faster_than_clients_read_waits_for_them() {
        CountDownLatch room = kernel.takeRoom();
        Message request = kernel.execute("lines 10000");
        kernel.await(request, "status busy");
        assertThat(kernel.describeUntilIdle(kernel.control("kernel_info_request"))).contains("kernel_info_reply ok");

        room.countDown();

        assertThat(kernel.describeUntilIdle(request)).endsWith("execute_reply ok 1", "status idle");
    }

    @Test
    void an_interrupt_reaches_a_cell_that_waits_for_slow_clients() {
        kernel.takeRoom();
        Message request = kernel.execute("lines 10000\nloop");
        kernel.await(request, "status busy");

        kernel.control("interrupt_request");

        assertThat(kernel.describeUntilIdle(request)).contains("execute_reply error 1");
    }

    @Test
    void starting_is_said_once() {
        kernel.untilIdle(kernel.execute("x"));
        List<Message> messages = kernel.untilIdle(kernel.execute("x"));

        assertThat(messages).noneMatch(message -> describe(message).equals("status starting"));
    }
}
