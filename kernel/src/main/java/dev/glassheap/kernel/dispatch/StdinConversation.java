package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.InputException;
import dev.glassheap.kernel.interpreter.InputException.Reason;
import dev.glassheap.kernel.protocol.Input;
import dev.glassheap.kernel.protocol.MalformedContentException;
import dev.glassheap.kernel.protocol.Message;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks the client that sent a request, and waits for what its user types. There is at most one open question. */
final class StdinConversation {

    private final Sender sender;
    private final BooleanSupplier interruptPending;
    private final Consumer<String> log;
    private Optional<Question> open = Optional.empty();

    /**
     * An open question.
     *
     * @param executionId the {@code msg_id} of the cell that asks
     */
    private record Question(String id, String executionId, CompletableFuture<String> answer) {

        /** Some clients name the question as parent of their answer, some the cell, some nothing. */
        boolean isAnsweredBy(Message message) {
            Object parent = message.parentHeader().getOrDefault("msg_id", "");
            return parent.equals("") || parent.equals(id) || parent.equals(executionId);
        }
    }

    StdinConversation(Sender sender, BooleanSupplier interruptPending, Consumer<String> log) {
        this.sender = sender;
        this.interruptPending = interruptPending;
        this.log = log;
    }

    /**
     * Asks and waits.
     *
     * @throws InputException when the cell is interrupted, or the kernel ends
     */
    String ask(Message request, Input.Request question) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        open(request, question, answer);
        try {
            if (interruptPending.getAsBoolean()) {
                throw new InputException(Reason.INTERRUPTED);
            }
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InputException cancelled ? cancelled : e;
        } finally {
            close();
        }
    }

    private synchronized void open(Message request, Input.Request question, CompletableFuture<String> answer) {
        String id = sender.ask(request, question);
        open = Optional.of(new Question(id, request.header().msgId(), answer));
    }

    private synchronized void close() {
        open = Optional.empty();
    }

    /** A message came on stdin. */
    synchronized void received(Message message) {
        if (!message.type().equals(Input.Reply.TYPE)) {
            log.accept("STDIN: ignored a message of another type than input_reply");
            return;
        }
        Optional<Question> question = open.filter(asked -> asked.isAnsweredBy(message));
        if (question.isEmpty()) {
            log.accept("STDIN: ignored an answer to no open question");
            return;
        }
        try {
            question.get().answer().complete(Input.Reply.of(message.content()).value());
        } catch (MalformedContentException e) {
            log.accept("STDIN: " + e.getMessage());
        }
    }

    /** Ends the open question, if there is one, without an answer. */
    synchronized void cancel(Reason reason) {
        open.ifPresent(question -> question.answer().completeExceptionally(new InputException(reason)));
    }
}
