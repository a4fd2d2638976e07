package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The work list and the stock of the warehouse, over the wire. */
class WarehousePagesTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static final ApiClient PROGRAM = PLANT.program();

    @BeforeAll
    static void receive() {
        received("F-1", "2020-01-31", "500 kg", "at:MAIN/COLD");
        received("F-2", "2099-12-31", "20 kg", "at:MAIN/MAIN");
        String held = "{\"hold\":\"H-1\",\"reason\":{\"code\":\"foreign_body\",\"text\":\"\"},"
                + "\"reach\":{\"reach\":\"family\",\"number\":\"F-2\"},\"site\":\"MAIN\",\"id\":\""
                + PLANT.id() + "\"}";
        assertThat(PROGRAM.post("/api/v1/holds", held).status()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void the_work_list_says_what_waits_and_why() {
        String page = PROGRAM.get("/warehouse").body();
        assertThat(page).contains("F-1", "MAIN / COLD", "expired: it can be scrapped");
        assertThat(page).contains("held: H-1 foreign_body", "0 of 2 lines of stock are free");
    }

    @Test
    void the_stock_is_sifted_by_state_and_place_and_told_by_item() {
        assertThat(PROGRAM.get("/warehouse/stock?state=held").body())
                .contains("F-2")
                .doesNotContain("F-1");
        assertThat(PROGRAM.get("/warehouse/stock?place=main/cold").body())
                .contains("F-1")
                .doesNotContain("F-2");
        assertThat(PROGRAM.get("/warehouse/stock?by=item").body()).contains("520 kg");
        assertThat(PROGRAM.get("/warehouse/stock?item=salt").body())
                .contains("No stock is like that");
    }

    @Test
    void the_bars_say_the_same_in_numbers() {
        assertThat(PROGRAM.get("/warehouse/stock").body())
                .containsPattern("expired</th>[\\s\\S]*?1 lot</td><td>500 kg");
    }

    @Test
    void the_file_has_all_rows() {
        String file = PROGRAM.get("/warehouse/stock.csv?limit=1").body();
        assertThat(file.lines()).hasSize(3);
        assertThat(file).contains("flour,flour,F-1,MAIN / COLD,,500,kg,,released,,2020-01-31,");
    }

    @Test
    void a_word_that_is_no_choice_is_refused_with_the_choices() {
        var reply = PROGRAM.get("/api/v1/stock?by=colour");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("choice_unknown", "lot, item, place, container");
    }

    private static void received(String number, String expiry, String quantity, String place) {
        String body = "{\"id\":\"" + PLANT.id() + "\",\"receipt\":\"R-" + number
                + "\",\"supplier\":\"MillCo\",\"lots\":[{\"passport\":"
                + "{\"item\":\"flour\",\"number\":\""
                + number + "\",\"expiry\":\"" + expiry + "\"},\"quantity\":\"" + quantity
                + "\",\"to\":\"" + place + "\"}]}";
        var reply = PROGRAM.post("/api/v1/receipts", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }
}
