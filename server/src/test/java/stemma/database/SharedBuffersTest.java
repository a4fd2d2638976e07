package stemma.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SharedBuffersTest {
    @Test
    void an_eighth_of_the_memory_within_bounds() {
        assertEquals("shared_buffers=256MB", SharedBuffers.of(1L << 30).setting());
        assertEquals("shared_buffers=512MB", SharedBuffers.of(4L << 30).setting());
        assertEquals("shared_buffers=2048MB", SharedBuffers.of(64L << 30).setting());
    }
}
