package dev.glassheap.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

    private static final String PORTS =
            "\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"iopub_port\":4,\"hb_port\":65535";

    @TempDir
    private Path directory;

    private ConnectionFile read(String json) throws IOException {
        return ConnectionFile.read(Files.writeString(directory.resolve("kernel.json"), json));
    }

    @Test
    void every_field_is_read_and_unknown_ones_are_ignored() throws IOException {
        ConnectionFile file = read("{\"transport\":\"tcp\",\"ip\":\"127.0.0.2\",\"key\":\"k\",\"kernel_name\":\"x\","
                + "\"signature_scheme\":\"hmac-md5\"," + PORTS + "}");

        assertThat(file).isEqualTo(new ConnectionFile("tcp", "127.0.0.2", 1, 2, 3, 4, 65535, "hmac-md5", "k"));
    }

    @Test
    void what_is_missing_has_a_default() throws IOException {
        assertThat(read("{" + PORTS + "}"))
                .isEqualTo(new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 65535, "hmac-sha256", ""));
    }

    @Test
    void the_key_is_never_shown() throws IOException {
        assertThat(read("{\"key\":\"a-secret\"," + PORTS + "}").toString()).doesNotContain("secret");
    }

    @Test
    void what_is_wrong_is_said() {
        assertThatThrownBy(() -> read("{\"shell_port\":0}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the connection file's shell_port is not a port from 1 to 65535");
        assertThatThrownBy(() -> read("{\"ip\":5," + PORTS + "}"))
                .hasMessage("the connection file's ip is not a string");
        assertThatThrownBy(() -> read("nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the connection file is not JSON");
        assertThatThrownBy(() -> ConnectionFile.read(directory.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }
}
