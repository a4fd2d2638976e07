package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The leaf of an entry does not cover the tab, so no other place may pass for where it stands. */
class EntriesTest {
    private static final String ENVELOPE = "{\"actor\":\"}{\",\"device\":\"a\\\"}{:\\\\\","
            + "\"id\":\"" + Story.id(1) + "\",\"kind\":\"event\","
            + "\"recordedAt\":\"2026-05-01T10:00:01.000000Z\",\"seq\":\"17\",\"session\":\"%s\"}";
    private static final String BODY = "{\"a\":\"}{\",\"b\":[{\"c\":\"x\"},{},\"}{\\\"}{\",\":\"],"
            + "\"d\":\"\\\\\\\"}{\",\"e\":{\"f\":\"\"}}";

    @Test
    void a_tab_at_any_other_place_is_refused() throws IOException {
        for (String session :
                new String[] {"", "s", "s:", "s,", "s[", "s{", "s\\\\", "\\\"", "ü"}) {
            String envelope = ENVELOPE.formatted(session);
            String both = envelope + BODY;
            for (int at = 0; at <= both.length(); at++) {
                String line = both.substring(0, at) + "\t" + both.substring(at) + "\n";
                Entries entries = new Entries(new ByteArrayInputStream(line.getBytes(UTF_8)), 0);
                if (at == envelope.length()) assertThat(entries.next()).as(line).isTrue();
                else assertThatThrownBy(entries::next).as(line).isInstanceOf(Broken.class);
            }
        }
    }
}
