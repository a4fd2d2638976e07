package stemma.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

import java.util.Map;

/** Published HIBC codes; their link and check characters, where left open, are reckoned here. */
class HibcVectorsTest {
    @Test
    @DisabledIf("areAbsent")
    void every_published_code_is_read_or_refused_as_it_should_be() {
        var rows = Vectors.rows("hibc/hibc_vectors.tsv");
        assertThat(rows).hasSize(27);
        for (Map<String, String> row : rows) {
            String code = row.get("barcode");
            String kind = row.get("kind");
            Scanned read = ScannedText.read(
                    kind.equals("secondary_template") ? completed(code) : code, Separators.SENT);
            if (kind.endsWith("INVALID")) {
                assertThat(read)
                        .as(code)
                        .isInstanceOfSatisfying(
                                Scanned.Misread.class,
                                misread -> assertThat(misread.code())
                                        .isEqualTo("hibc_check_character"));
                continue;
            }
            assertThat(read).as(code).isInstanceOf(Scanned.Hibc.class);
            HibcMark mark = ((Scanned.Hibc) read).mark();
            for (String expected : row.get("expected").split(";")) assertSaid(code, mark, expected);
        }
    }

    private static void assertSaid(String code, HibcMark mark, String expected) {
        String[] parts = expected.split("=", 2);
        String value = parts[1].replaceAll(" .*", "");
        switch (parts[0].strip()) {
            case "LIC" -> assertThat(mark.labeller()).as(code).isEqualTo(value);
            case "PCN" -> assertThat(mark.product()).as(code).isEqualTo(value);
            case "UM" -> assertThat(mark.unitOfMeasure()).as(code).isEqualTo(value);
            case "lot" -> assertThat(mark.lot()).as(code).isEqualTo(value);
            case "qty" -> assertThat(mark.quantity()).as(code).isEqualTo(value);
            case "expiry" ->
                assertThat(mark.expiry()).as(code).isEqualTo(value.replaceAll("T.*", ""));
            case "expiry YYJJJ" -> assertThat(mark.expiry()).as(code).isEqualTo("2020-01-15");
            case "check" -> assertThat(code).endsWith(value);
            default -> throw new AssertionError("not held to the code: " + expected);
        }
    }

    private static String completed(String template) {
        String body = template.substring(0, template.length() - 2) + "G";
        return body + HibcReading.check(body).orElseThrow();
    }

    static boolean areAbsent() {
        return Vectors.areAbsent();
    }
}
