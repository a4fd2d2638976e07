package stemma.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class SheetTest {
    private static final List<String> HEADINGS = List.of("lot", "note", "quantity");

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void what_is_written_reads_back_as_the_same_cells(SheetFormat format) {
        List<List<String>> rows = List.of(
                List.of("03-04", "=HYPERLINK(\"x\")", "1.5 kg"),
                List.of("1E5", "two\nlines; \"quoted\", with comma", ""),
                List.of("007", "'=kept", "-2+3"),
                List.of("ÄÖ 漢", "", "@SUM(A1)"));
        Sheet sheet = Sheet.read(written(format, rows));
        assertThat(sheet.headings()).isEqualTo(HEADINGS);
        assertThat(sheet.lines())
                .extracting(line -> line.cells().stream().map(Cell::text).toList())
                .containsExactlyElementsOf(rows);
        assertThat(sheet.lines())
                .allSatisfy(line ->
                        assertThat(line.cells()).allMatch(cell -> cell.form() == Cell.Form.TEXT));
    }

    @Test
    void the_lines_are_those_that_a_person_sees() {
        byte[] csv = "lot,note,quantity\n\nA,\"two\nlines\",1\n\nB,,2\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Sheet.read(csv).lines()).extracting(SheetLine::number).containsExactly(3, 6);
        byte[] xlsx = written(
                SheetFormat.XLSX,
                List.of(List.of("A", "", "1"), List.of("", "", ""), List.of("B", "", "2")));
        assertThat(Sheet.read(xlsx).lines()).extracting(SheetLine::number).containsExactly(2, 4);
    }

    @Test
    void a_formula_stays_text_through_any_number_of_exports() {
        String signs = "'=+-@\t\rab ";
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            String cell = random.ints(random.nextInt(6), 0, signs.length())
                    .mapToObj(at -> signs.substring(at, at + 1))
                    .collect(Collectors.joining());
            String guarded = SheetText.guarded(cell);
            assertTrue(
                    guarded.isEmpty() || "=+-@\t\r".indexOf(guarded.charAt(0)) < 0, "seed " + seed);
            assertEquals(cell, SheetText.unguarded(guarded), "seed " + seed);
        }
    }

    @Test
    void what_is_no_table_is_refused_with_its_reason() throws IOException {
        refused("sheet_empty", new byte[0]);
        refused("xlsx_malformed", new byte[] {0x50, 0x4b, 3, 4, 1, 2, 3});
        refused("xlsx_malformed", packed("some.txt", 10));
        refused("xlsx_too_large", packed("xl/worksheets/sheet1.xml", 210 * 1024 * 1024));
        refused("encoding_unknown", "lot\nGebäck".getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder rows = new StringBuilder("lot\n");
        for (int i = 0; i <= Sheet.MAX_ROWS; i++) rows.append("A\n");
        refused("sheet_too_long", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> Sheet.read(file))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static byte[] written(SheetFormat format, List<List<String>> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(HEADINGS, rows, file);
        return file.toByteArray();
    }

    private static byte[] packed(String name, int zeros) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1024 * 1024];
            for (int left = zeros; left > 0; left -= block.length)
                zip.write(block, 0, Math.min(left, block.length));
        }
        return file.toByteArray();
    }
}
