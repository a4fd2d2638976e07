package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void one_spelling_is_read() {
        Fields read = read("{\"\":[],\"a\":{},\"b\":[true,false,null,-1,0,9007199254740991],"
                + "\"c\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001fé/漢😀\u007f\",\"d\":12}");
        assertThat(read.text("c")).isEqualTo("\"\\\b\t\n\f\r\u0000\u001fé/漢😀\u007f");
        assertThat(read.whole("d")).isEqualTo(12);
        assertThat(read.names()).containsExactly("", "a", "b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "{ }",
                "{\"a\" :1}",
                "{\"a\":1,}",
                "{\"a\":1 }",
                "{,}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{\"a\":nil}",
                "{\"a\":tru}",
                "{\"a\":True}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u000A\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"",
                "{\"a\":'b'}",
                "{a:1}",
                "{\"a\":[1 ,2]}",
                "{\"a\":[1,]}",
                "\ufeff{}"
            })
    void every_other_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void bytes_that_are_no_text_and_depth_without_end_are_refused() {
        for (String hex : new String[] {"c0af", "eda080", "f8888080", "ff", "e282"}) {
            byte[] bad = java.util.HexFormat.of().parseHex("7b2261223a22" + hex + "227d");
            assertThatThrownBy(() -> Json.object(bad, 0, bad.length)).isInstanceOf(Malformed.class);
        }
        String deep = "{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}";
        assertThatThrownBy(() -> read(deep)).isInstanceOf(Malformed.class);
    }

    private static Fields read(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Json.object(bytes, 0, bytes.length);
    }
}
