package stemma.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/** What a scanner's text says: the bar is a separator, as it may also stand in the text. */
class ScannedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "]C1010952012345678810ABC17270131 ; (01)09520123456788(10)ABC17270131"
                        + " or (01)09520123456788(10)ABC(17)270131",
                "]C1010952012345678817270131|10ABC ; (01)09520123456788(17)270131(10)ABC",
                "]d2010952012345678810LOT-A/1|21SN42 ; (01)09520123456788(10)LOT-A/1(21)SN42",
                "]C1010952012345678810LOT-A/121SN42 ; (01)09520123456788(10)LOT-A/121SN42"
                        + " or (01)09520123456788(10)LOT-A/1(21)SN42",
                "010952012345678810F-101 ; (01)09520123456788(10)F-101",
                "]Q300952012345678912345 ; (00)952012345678912345",
                "]E09520123456788 ; (01)09520123456788",
                "]E0952012345678 ; incorrect_check_digit",
                "(01)09520123456788(10)A ; (01)09520123456788(10)A",
                "(01)09520123456789(10)A ; incorrect_check_digit",
                "https://id.gs1.org/01/09520123456788/10/A?17=270131 ; "
                        + "(01)09520123456788(10)A(17)270131",
                "https://example.com/lots ; link_without_key",
                "lot:flour:F-101 ; own lot:flour:F-101",
                "do:ok ; own do:ok",
                "F-101 ; plain F-101",
                "+A123BJC5D6E71G ; hibc BJC5D6E7 null",
                "]C0+A123BJC5D6E71/$$52001510X3C ; hibc BJC5D6E7 10X3",
                "+A123BJC5D6E71H ; hibc_check_character",
                "+31612345678 ; plain +31612345678",
                "=W00000712345600 ; isbt_128_unsupported",
                "=<E0382V00 ; isbt_128_unsupported",
                "&>0070852359 ; isbt_128_unsupported",
                "=A1 ; plain =A1",
                "10LOT-A/121SN42 ; plain 10LOT-A/121SN42"
                        + " or (10)LOT-A/121SN42 or (10)LOT-A/1(21)SN42",
                "0109520123456789 ; plain 0109520123456789",
                "]C1(01)09520123456788 ; element_unknown",
                "]C101095201234567880209520123456788 ; elements_exclude_each_other",
                "'' ; scan_empty",
                "]C1 ; element_string_empty",
                "A|B ; element_unknown",
                "<GS>10A{GS}21B ; (10)A(21)B",
            })
    void a_text_is_read(String text, String told) {
        assertThat(told(ScannedText.read(
                        text.replace('|', ElementString.SEPARATOR), Separators.UNKNOWN)))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "]C1010952012345678810LOT-A/121SN42 ; (01)09520123456788(10)LOT-A/121SN42",
            })
    void a_scanner_that_sends_separators_lost_none(String text, String told) {
        assertThat(told(ScannedText.read(text, Separators.SENT))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "270131, 2026, 2027-01-31",
        "270200, 2026, 2027-02",
        "760101, 2026, 2076-01-01",
        "770101, 2026, 1977-01-01",
        "000101, 2050, 2100-01-01",
        "010101, 2050, 2001-01-01",
        "990101, 2000, 1999-01-01",
    })
    void a_year_is_the_nearest(String digits, int thisYear, String day) {
        assertThat(Gs1Day.read(digits, thisYear)).isEqualTo(day);
    }

    private static String told(Scanned scanned) {
        return switch (scanned) {
            case Scanned.Elements(ElementString elements, var others) ->
                elements.bracketed()
                        + others.stream()
                                .map(way -> " or " + way.bracketed())
                                .collect(Collectors.joining());
            case Scanned.Own(var code) -> "own " + code;
            case Scanned.Hibc(HibcMark mark) -> "hibc " + mark.product() + " " + mark.lot();
            case Scanned.Plain(String text, var ways) ->
                "plain " + text
                        + ways.stream()
                                .map(way -> " or " + way.bracketed())
                                .collect(Collectors.joining());
            case Scanned.Misread(String code, var _) -> code;
        };
    }
}
