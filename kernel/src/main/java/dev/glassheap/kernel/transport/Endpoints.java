package dev.glassheap.kernel.transport;

import dev.glassheap.kernel.wire.ConnectionFile;

/** The addresses to bind, in ZeroMQ's notation. */
record Endpoints(ConnectionFile connection) {

    /**
     * The endpoints of this connection.
     *
     * @throws BindException when the transport is not {@code tcp}: JeroMQ's {@code ipc} is a TCP port in disguise, to which no
     *     other implementation can connect
     */
    Endpoints {
        if (!connection.transport().equals("tcp")) {
            throw new BindException("the transport is %s, but this kernel speaks tcp only: leave out --transport or say tcp"
                    .formatted(connection.transport()));
        }
    }

    String shell() {
        return at(connection.shellPort());
    }

    String control() {
        return at(connection.controlPort());
    }

    String stdin() {
        return at(connection.stdinPort());
    }

    String iopub() {
        return at(connection.iopubPort());
    }

    String heartbeat() {
        return at(connection.hbPort());
    }

    private String at(int port) {
        return "tcp://" + connection.ip() + ":" + port;
    }
}
