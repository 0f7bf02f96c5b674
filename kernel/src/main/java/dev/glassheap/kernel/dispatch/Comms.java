package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.CommTarget;
import dev.glassheap.kernel.protocol.Comm;
import dev.glassheap.kernel.protocol.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The open comms. A target that nobody knows is closed at once. Used by the shell's thread alone. */
final class Comms {

    private final Map<String, CommTarget> targets;
    private final Sender sender;
    private final Consumer<String> log;
    private final Map<String, OpenComm> open = new LinkedHashMap<>();

    Comms(Map<String, CommTarget> targets, Sender sender, Consumer<String> log) {
        this.targets = targets;
        this.sender = sender;
        this.log = log;
    }

    /** The kernel's end of one comm. What it sends bears the message to which it reacts as parent. */
    private final class OpenComm implements CommTarget.Comm {

        private final String id;
        private final String targetName;
        private CommTarget.Conversation conversation = data -> {};
        private Message cause;

        private OpenComm(Comm.Open opened, Message cause) {
            this.id = opened.commId();
            this.targetName = opened.targetName();
            this.cause = cause;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void send(Map<String, Object> data) {
            if (open.get(id) == this) {
                sender.publish(cause, new Comm.Msg(id, data));
            }
        }

        @Override
        public void close(Map<String, Object> data) {
            if (open.remove(id, this)) {
                sender.publish(cause, new Comm.Close(id, data));
            }
        }
    }

    void opened(Message message, Comm.Open request) {
        CommTarget target = targets.get(request.targetName());
        if (target == null) {
            log.accept("SHELL: a comm was opened for an unknown target");
            sender.publish(message, new Comm.Close(request.commId(), Map.of()));
            return;
        }
        OpenComm comm = new OpenComm(request, message);
        open.put(comm.id, comm);
        try {
            comm.conversation = target.open(comm, request.data());
        } catch (RuntimeException | Error e) {
            comm.close(Map.of());
            throw e;
        }
    }

    void received(Message message, Comm.Msg request) {
        OpenComm comm = open.get(request.commId());
        if (comm == null) {
            log.accept("SHELL: a message for a comm that is not open");
            return;
        }
        comm.cause = message;
        comm.conversation.received(request.data());
    }

    void closed(Message message, Comm.Close request) {
        OpenComm comm = open.remove(request.commId());
        if (comm != null) {
            comm.cause = message;
            comm.conversation.closed(request.data());
        }
    }

    Comm.InfoReply info(Comm.InfoRequest request) {
        Map<String, String> found = new LinkedHashMap<>();
        open.forEach((id, comm) -> {
            if (request.targetName().map(comm.targetName::equals).orElse(true)) {
                found.put(id, comm.targetName);
            }
        });
        return new Comm.InfoReply(found);
    }
}
