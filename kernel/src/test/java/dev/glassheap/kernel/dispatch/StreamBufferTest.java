package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Stream;
import dev.glassheap.kernel.protocol.Stream.Name;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamBufferTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Stream> sent = new CopyOnWriteArrayList<>();
    private final StreamBuffer buffer = new StreamBuffer(timer, sent::add);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void a_full_buffer_keeps_its_unfinished_line() {
        String line = "x".repeat(99) + "\n";
        buffer.append(Name.STDOUT, line.repeat(81));
        assertThat(sent).isEmpty();

        buffer.append(Name.STDOUT, line + "unfinished");

        assertThat(sent).containsExactly(new Stream(Name.STDOUT, line.repeat(82)));
        buffer.flush();
        assertThat(sent).endsWith(new Stream(Name.STDOUT, "unfinished"));
    }

    @Test
    void a_line_that_never_ends_is_cut() {
        String endless = "x".repeat(StreamBuffer.LONGEST_LINE);
        buffer.append(Name.STDOUT, endless);

        assertThat(sent).containsExactly(new Stream(Name.STDOUT, endless));
    }

    @Test
    void the_other_stream_flushes_the_first() {
        buffer.append(Name.STDOUT, "a");
        buffer.append(Name.STDERR, "b");
        buffer.append(Name.STDOUT, "");
        buffer.append(Name.STDERR, "c");
        buffer.flush();

        assertThat(sent).containsExactly(new Stream(Name.STDOUT, "a"), new Stream(Name.STDERR, "bc"));
    }

    @Test
    void the_timer_sends_what_nobody_flushed() throws InterruptedException {
        buffer.append(Name.STDOUT, "a");
        timer.shutdown();

        assertThat(timer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).containsExactly(new Stream(Name.STDOUT, "a"));
    }

    @Test
    void nothing_is_sent_when_there_is_nothing() {
        buffer.append(Name.STDERR, "");
        buffer.flush();

        assertThat(sent).isEmpty();
    }
}
