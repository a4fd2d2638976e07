package stemma.verifier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same as {@link TamperTest} with every byte of the journal and every bit of it. */
@Tag("slow")
class EveryBitTest {

    @Test
    void every_cut_and_every_single_bit_is_named() {
        for (int at = 0; at < TamperTest.JOURNAL.bytes().length; at++) {
            TamperTest.cut(at);
            for (int bit = 0; bit < Byte.SIZE; bit++) TamperTest.flip(at, bit);
        }
    }
}
