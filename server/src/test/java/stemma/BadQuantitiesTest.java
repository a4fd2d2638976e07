package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadQuantitiesTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static Refusing refusing;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        refusing = new Refusing(plant);
        assertThat(ivo.post("/api/v1/events", plant.receipt(plant.id(), "LOT-A", "4.2 kg"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5 kg            | ambiguous_number     | can be read two ways",
                "1.000,5 kg        | ambiguous_number     | can be read two ways",
                "0 kg              | quantity_invalid     | more than nothing",
                "-5 kg             | quantity_invalid     | more than nothing",
                "NaN kg            | quantity_invalid     | not a plain decimal number",
                "1e400 kg          | quantity_invalid     | not a plain decimal number",
                "+1 kg             | quantity_invalid     | not a plain decimal number",
                "1234567890123456 kg | quantity_invalid   | not a plain decimal number",
                "0.30000000000000004 kg | quantity_too_precise | more than 9 decimals",
                "5                 | quantity_invalid     | needs a number, a space and a unit",
                "5kg               | quantity_invalid     | needs a number, a space and a unit",
                "5 7               | unit_invalid         | is not a unit",
                "5 fathom          | unit_wrong           | no conversion from fathom to kg",
                "1 third           | conversion_not_exact | nothing is rounded silently"
            })
    void what_is_no_exact_amount_is_refused(String quantity, String code, String sentence) {
        refusing.withOneEntry(
                422,
                code,
                sentence,
                () -> ivo.post("/api/v1/events", plant.receipt(plant.id(), "Q-1", quantity)));
    }

    @Test
    void a_number_that_is_not_text_is_refused_with_its_place() {
        String number = plant.receipt(plant.id(), "Q-2", "X").replace("\"X\"", "0.1");
        refusing.withOneEntry(
                400, "number_not_exact", "0.1", () -> ivo.post("/api/v1/events", number));
        String whole = plant.receipt(plant.id(), "Q-2", "X").replace("\"X\"", "5");
        refusing.withOneEntry(
                422, "field_invalid", "must be text", () -> ivo.post("/api/v1/events", whole));
    }

    @Test
    void more_than_there_is_is_refused_with_what_there_is() {
        refusing.withOneEntry(
                409,
                "not_enough",
                "4.2 kg",
                () -> ivo.post("/api/v1/events", plant.use(plant.id(), "flour:LOT-A", "5 kg")));
    }

    @Test
    void units_that_are_no_units_are_refused_before_they_are_counted() {
        String blowers = """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-1","supplier":"MillCo",
                 "lots":[{"passport":{"item":"blower","number":"D-1"},"units":%s,
                          "quantity":"%s","to":"at:MAIN/MAIN"}]}""";
        for (String units : new String[] {"0", "-1", "2147483648"}) {
            String sent = blowers.formatted(plant.id(), units, "1 ea");
            assertThat(ivo.post("/api/v1/events", sent).status()).as(units).isEqualTo(422);
        }
        refusing.withOneEntry(
                422,
                "units_not_whole",
                "units",
                () -> ivo.post("/api/v1/events", blowers.formatted(plant.id(), 3, "2.5 ea")));
    }
}
