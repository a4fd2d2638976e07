package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class BadTimesTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static Refusing refusing;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        refusing = new Refusing(plant);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String at(String number, String time) {
        return plant.receipt(plant.id(), number, "5 kg")
                .replace("{\"event\"", "{\"occurredAt\":" + time + ",\"event\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-05-01T09:55:00\"        | offset_required | needs date, time and offset",
                "\"2026-05-01\"                 | offset_required | needs date, time and offset",
                "\"yesterday\"                  | offset_required | needs date, time and offset",
                "\"2026-02-30T10:00:00Z\"       | offset_required | needs date, time and offset",
                "\"9999-01-01T00:00:00Z\"       | time_in_future  | future",
                "\"+99999-01-01T00:00:00Z\"     | time_in_future  | future",
                "\"-9999-01-01T00:00:00Z\"      | time_invalid    | before 1900",
                "\"-999999999-01-01T00:00:00Z\" | time_invalid   | before 1900",
                "\"+999999999-12-31T23:59:59Z\" | time_in_future | future",
                "5                              | field_invalid   | must be an object",
                "{\"from\":\"2026-05-01T09:55:00Z\","
                        + "\"to\":\"2026-05-01T08:00:00Z\","
                        + "\"source\":\"stated\",\"zone\":\"UTC\"}"
                        + " | time_invalid | ends before it begins",
                "{\"from\":\"2026-05-01T09:55:00Z\","
                        + "\"to\":\"2026-05-01T09:55:00Z\","
                        + "\"source\":\"stated\",\"zone\":\"Mars/Base\"}"
                        + " | time_invalid | zone",
                "{\"from\":\"2026-05-01T09:55:00Z\"} | field_missing | is missing"
            })
    void what_is_no_moment_that_can_have_been_is_refused(
            String time, String code, String sentence) {
        refusing.withOneEntry(
                422, code, sentence, () -> ivo.post("/api/v1/events", at("T-1", time)));
    }

    @Test
    void more_than_ten_minutes_ahead_of_the_clock_is_the_future() {
        var ahead = plant.world.clock().now().plus(Duration.ofMinutes(11));
        refusing.withOneEntry(
                422,
                "time_in_future",
                "future",
                () -> ivo.post("/api/v1/events", at("T-2", "\"" + ahead + "\"")));
    }

    @Test
    void a_leap_second_is_the_last_moment_of_its_minute() {
        var reply = ivo.post("/api/v1/events", at("T-3", "\"2016-12-31T23:59:60Z\""));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.body()).contains("2016-12-31T23:59:59.999Z");
    }

    @Test
    void what_expires_today_is_good_until_the_day_ends_in_the_zone_of_the_site() {
        var zone = java.time.ZoneId.of("America/New_York");
        var today = plant.world.clock().now().atZone(zone).toLocalDate();
        var good = plant.receipt(plant.id(), "E-1", "5 kg")
                .replace("\"number\"", "\"expiry\":\"" + today + "\",\"number\"");
        var bad = plant.receipt(plant.id(), "E-2", "5 kg")
                .replace("\"number\"", "\"expiry\":\"" + today.minusDays(1) + "\",\"number\"");
        assertThat(ivo.post("/api/v1/events", good).status()).isEqualTo(201);
        assertThat(ivo.post("/api/v1/events", bad).status()).isEqualTo(201);
        assertThat(ivo.post("/api/v1/events", plant.use(plant.id(), "flour:E-1", "1 kg"))
                        .status())
                .isEqualTo(201);
        refusing.withOneEntry(
                409,
                "lot_expired",
                "E-2",
                () -> ivo.post("/api/v1/events", plant.use(plant.id(), "flour:E-2", "1 kg")));
    }
}
