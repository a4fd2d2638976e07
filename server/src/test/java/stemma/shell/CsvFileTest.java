package stemma.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void no_cell_can_begin_a_formula_and_numbers_stay_numbers() {
        assertThat(CsvFile.safe("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvFile.safe("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvFile.safe("-cmd")).isEqualTo("'-cmd");
        assertThat(CsvFile.safe("-12.5")).isEqualTo("-12.5");
        assertThat(CsvFile.safe("C-7741")).isEqualTo("C-7741");
    }
}
