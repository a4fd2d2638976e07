package stemma.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Random;

class OwnCodeTest {
    @Test
    void a_code_says_its_kind_and_its_names() {
        OwnCode code = OwnCode.of(OwnCode.Kind.LOT, "flour", "F-101");
        assertThat(code.text()).isEqualTo("lot:flour:F-101");
        assertThat(OwnCode.read("lot:flour:F-101")).contains(code);
    }

    @Test
    void colons_and_percent_signs_within_a_name_survive() {
        OwnCode odd = OwnCode.of(OwnCode.Kind.LOT, "50%:mix", "%3A:%25");
        assertThat(OwnCode.read(odd.text())).contains(odd);
    }

    @Test
    void what_is_not_ours_is_left_alone() {
        for (String text : new String[] {
            "", "lot", "lot:flour", "lot:flour:F-101:3", "Lot:flour:F-101", "lot::F-101", "F-101"
        }) assertThat(OwnCode.read(text)).as(text).isEmpty();
        assertThatThrownBy(() -> OwnCode.of(OwnCode.Kind.DO, "ok", "cancel"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_check_character_is_that_of_iso_7064() {
        assertThat(CheckCharacter.of("A1-2425G-ABC1234002")).isEqualTo('M');
        assertThat(CheckCharacter.of("a1 2425g abc1234002")).isEqualTo('M');
        assertThat(CheckCharacter.of("")).isEqualTo('1');
    }

    @Test
    void it_tells_each_wrong_letter_and_nearly_each_swap_of_neighbours() {
        Random random = new Random(7);
        int untold = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder number = new StringBuilder();
            for (int k = 0; k < 8; k++) number.append(Character.forDigit(random.nextInt(36), 36));
            char right = CheckCharacter.of(number.toString());
            int at = random.nextInt(7);
            char first = number.charAt(at);
            char second = number.charAt(at + 1);
            char other = Character.forDigit(random.nextInt(36), 36);
            String one = number.substring(0, at) + other + number.substring(at + 1);
            String swapped = number.substring(0, at) + second + first + number.substring(at + 2);
            if (other != first) assertThat(CheckCharacter.of(one)).isNotEqualTo(right);
            if (first != second && CheckCharacter.of(swapped) == right) untold++;
        }
        assertThat(untold).isLessThan(60);
    }
}
