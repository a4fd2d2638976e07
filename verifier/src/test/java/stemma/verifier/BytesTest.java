package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** A byte is found where one who looks at each of them finds it. */
class BytesTest {

    @Test
    void the_first_is_found_whatever_stands_around_it() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            // Few values, next to the wanted one and to its top bit: where carries could go wrong.
            for (int i = 0; i < bytes.length; i++)
                bytes[i] = (byte) new int[] {9, 10, 11, 0, 138, 255}[random.nextInt(6)];
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            for (byte wanted : new byte[] {9, 10, (byte) 138})
                assertThat(Bytes.find(wanted, bytes, from, to))
                        .isEqualTo(plainly(wanted, bytes, from, to));
        }
    }

    @Test
    void a_text_is_plain_until_its_first_byte_that_is_not() {
        Random random = new Random(8);
        int[] likely = {'a', '!', '#', '[', ']', ' ', '~', 127, 'a', 'a', 'a', 'a'};
        int[] rarely = {'"', '\\', 31, 0, 128, 129, 160, 162, 220, 255};
        for (int round = 0; round < 40_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                int[] some = random.nextInt(12) == 0 ? rarely : likely;
                bytes[i] = (byte) some[random.nextInt(some.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int expected = from;
            while (expected < to && isPlain(bytes[expected])) expected++;
            assertThat(Bytes.plainUntil(bytes, from, to)).isEqualTo(expected);
        }
    }

    private static boolean isPlain(byte one) {
        return one >= ' ' && one != '"' && one != '\\';
    }

    private static int plainly(byte wanted, byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) if (bytes[at] == wanted) return at;
        return to;
    }
}
