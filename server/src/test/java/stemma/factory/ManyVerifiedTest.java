package stemma.factory;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** The same as {@link VerifiedTest} with a thousand archives. */
@Tag("slow")
class ManyVerifiedTest {
    private static final int ALL = 1_000;

    @Test
    void a_thousand_clean_archives_raise_nothing(@TempDir Path folder) throws IOException {
        VerifiedTest.raiseNothing(VerifiedTest.SOME + 1, ALL, folder);
    }
}
