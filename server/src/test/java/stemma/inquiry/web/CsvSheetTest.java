package stemma.inquiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvSheetTest {
    @Test
    void no_cell_can_begin_a_formula_and_numbers_stay_numbers() {
        assertThat(CsvSheet.safe("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvSheet.safe("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvSheet.safe("-cmd")).isEqualTo("'-cmd");
        assertThat(CsvSheet.safe("-12.5")).isEqualTo("-12.5");
        assertThat(CsvSheet.safe("C-7741")).isEqualTo("C-7741");
    }
}
