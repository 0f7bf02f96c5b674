package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Message;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StdinTest {

    private final InMemoryKernel kernel = new InMemoryKernel();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
    }

    @Test
    void input_asks_the_client_that_sent_the_cell() {
        Message cell = kernel.execute("write before\ninput Name? ");

        kernel.await(cell, "stream stdout before");
        Message question = kernel.await(cell, "input_request Name?  false");
        assertThat(question.channel()).isEqualTo(Channel.STDIN);
        assertThat(question.route()).containsExactly(InMemoryKernel.CLIENT);
        kernel.answer("Ada", question.header().fields());

        assertThat(kernel.describeUntilIdle(cell))
                .containsExactly("stream stdout you said Ada|", "execute_reply ok 1", "status idle");
    }

    @Test
    void an_answer_may_name_no_parent() {
        Message cell = kernel.execute("password Secret: ");

        kernel.await(cell, "input_request Secret:  true");
        kernel.answer("abc", Map.of());

        assertThat(kernel.describeUntilIdle(cell)).contains("stream stdout you typed 3 characters|");
    }

    @Test
    void answers_to_other_questions_are_ignored() {
        kernel.answer("too early", Map.of());
        Message cell = kernel.execute("input ");
        kernel.await(cell, "input_request  false");

        kernel.answer("wrong", Map.of("msg_id", "some other question"));
        kernel.request(Channel.STDIN, "input_reply", Map.of("value", 5));
        kernel.request(Channel.STDIN, "no_such_type", Map.of());
        kernel.answer("right", Map.of());

        assertThat(kernel.describeUntilIdle(cell)).contains("stream stdout you said right|");
        assertThat(kernel.log).hasSize(4);
    }

    @Test
    void input_that_the_client_does_not_allow_fails() {
        Message cell = kernel.execute("input Name?", "allow_stdin", false);

        assertThat(kernel.describeUntilIdle(cell))
                .contains("error StdinNotImplementedError the front end does not allow input");
    }

    @Test
    void an_interrupt_ends_the_wait() {
        Message cell = kernel.execute("input Name?");
        kernel.await(cell, "input_request Name? false");

        kernel.control("interrupt_request");

        assertThat(kernel.describeUntilIdle(cell))
                .containsExactly("error KeyboardInterrupt", "execute_reply error 1", "status idle");
        assertThat(kernel.describeUntilIdle(kernel.execute("x"))).contains("execute_reply ok 2");
    }

    @Test
    void an_interrupt_just_before_the_wait_ends_it_too() {
        for (int i = 1; i <= 100; i++) {
            Message cell = kernel.execute("input Name?");
            kernel.await(cell, "status busy");

            kernel.control("interrupt_request");

            assertThat(kernel.describeUntilIdle(cell)).endsWith("execute_reply error " + i, "status idle");
        }
    }

    @Test
    void the_end_of_the_kernel_ends_the_wait() throws InterruptedException {
        Message cell = kernel.execute("input Name?");
        kernel.await(cell, "input_request Name? false");

        kernel.kernel.stop();

        kernel.kernel.awaitEnd();
        assertThat(kernel.describeUntilIdle(cell)).endsWith("execute_reply error 1", "status idle");
    }
}
