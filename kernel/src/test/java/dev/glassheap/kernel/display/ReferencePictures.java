package dev.glassheap.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.picture.ArenaPicture;
import dev.glassheap.runtime.picture.DiffPicture;
import dev.glassheap.runtime.picture.HeapPicture;
import dev.glassheap.runtime.picture.ObjectPicture;
import dev.glassheap.runtime.picture.PoolPicture;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One picture of every kind, from the fixed snapshots. */
public final class ReferencePictures {

    private ReferencePictures() { }

    public static Map<String, Scene> all() {
        HeapSnapshot before = ReferenceHeap.before();
        var scenes = new LinkedHashMap<String, Scene>();
        scenes.put("heap", HeapPicture.of(LargeHeap.snapshot()));
        scenes.put("arena", ArenaPicture.of(before, 0));
        scenes.put("pool", PoolPicture.of(before, ReferenceHeap.nodeSeven(before)));
        scenes.put("object", ObjectPicture.of(before, before.find("Node", 7)));
        scenes.put("diff", DiffPicture.of(SnapshotDiff.between(before, ReferenceHeap.after())));
        return scenes;
    }

    /** Compares with a golden file, or writes it if {@code -Dglassheap.update=true}. */
    public static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("glassheap.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
