package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final String ID = Story.id(1);
    private static final String WHOLE =
            "{\"actor\":\"otto\",\"device\":\"d\",\"digest\":\"x\",\"id\":\""
                    + ID + "\",\"kind\":\"event\",\"recordedAt\":\"2026-05-01T10:00:01.000000Z\","
                    + "\"seq\":\"17\",\"session\":\"s\"}";

    @Test
    void what_the_server_says_of_an_entry_is_read() {
        Envelope read = read(WHOLE);
        assertThat(read.number()).isEqualTo(17);
        assertThat(read.isEvent()).isTrue();
        assertThat(read.id()).isEqualTo(Id.of(ID));
        assertThat(read.recordedAt()).isEqualTo("2026-05-01T10:00:01.000000Z");
    }

    @Test
    void a_digest_may_be_absent_and_texts_that_are_not_used_may_be_any() {
        assertThat(read(WHOLE.replace("\"digest\":\"x\",", ""))).isEqualTo(read(WHOLE));
        assertThat(read(WHOLE.replace("\"d\"", "\"Türe \\\"3\\\"\\\\\\n\\u0001\"")))
                .isEqualTo(read(WHOLE));
    }

    @Test
    void every_other_form_is_refused() {
        for (int cut = 0; cut < WHOLE.length(); cut++) assertRefused(WHOLE.substring(0, cut));
        assertRefused(WHOLE + " ");
        assertRefused(WHOLE.replace("{", "{ "));
        assertRefused(WHOLE.replace("{", "{,"));
        assertRefused(WHOLE.replace("}", ",}"));
        assertRefused(WHOLE.replace("}", ",\"x\":\"y\"}"));
        assertRefused(WHOLE.replace(",\"id\"", ",\"extra\":\"x\",\"id\""));
        assertRefused(WHOLE.replace("actor", "actro"));
        assertRefused(WHOLE.replace("\"device\":\"d\",", ""));
        assertRefused(WHOLE.replace("\"d\"", "7"));
        assertRefused(WHOLE.replace("\"d\"", "\"\\/\""));
        assertRefused(WHOLE.replace("\"d\"", "\"\t\""));
        assertRefused(WHOLE.replace("event", "events"));
        for (String number :
                new String[] {"", "0", "017", "-1", "1.0", "1e3", "9999999999999999999"})
            assertRefused(WHOLE.replace("17", number));
        byte[] noText = WHOLE.replace("\"d\"", "\"\u00ff\"").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Envelope.of(noText, 0, noText.length))
                .isInstanceOf(Malformed.class);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(Malformed.class);
    }

    private static Envelope read(String text) {
        byte[] bytes = ("\n" + text).getBytes(UTF_8);
        return Envelope.of(bytes, 1, bytes.length);
    }
}
