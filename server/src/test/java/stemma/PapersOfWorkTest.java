package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

/** The papers that go along with the work, printed from its pages; and the rest of a count. */
class PapersOfWorkTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static ApiPlant plant;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        PageWorld.of(plant);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static ApiClient browser(Role role) {
        ApiClient browser = plant.stranger();
        browser.signIn(PageWorld.person(role), ApiPlant.PASSWORD);
        return browser;
    }

    private static ApiClient.Reply sent(ApiClient browser, String path, String form) {
        return browser.send("POST", path, ofString(form), "Content-Type", FORM);
    }

    @Test
    void a_work_order_prints_its_traveller() {
        ApiClient otto = browser(Role.OPERATOR);
        ApiClient.Reply paper = sent(otto, "/work-orders/traveller", "code=WO-1");
        assertThat(paper.status()).as(paper.body()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF-");
        assertThat(sent(otto, "/work-orders/traveller", "code=WO-99").status()).isEqualTo(404);
    }

    @Test
    void a_sales_order_prints_what_is_to_be_fetched_once_goods_are_kept() {
        ApiClient sena = browser(Role.SHIPPING);
        ApiClient.Reply nothing = sent(sena, "/sales-orders/pick-list", "code=SO-1");
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.body()).contains("nothing_to_pick");
        assertThat(sent(sena, "/allocation", "code=SO-1&site=MAIN").status()).isEqualTo(303);
        ApiClient.Reply paper = sent(sena, "/sales-orders/pick-list", "code=SO-1");
        assertThat(paper.status()).as(paper.body()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF-");
    }

    @Test
    void what_nobody_counted_is_noted_as_missing_and_nothing_is_posted() {
        ApiClient rosa = browser(Role.RECEIVING);
        assertThat(rosa.get("/counts/C-1").body()).contains("not counted yet");
        assertThat(sent(rosa, "/counts/C-1/rest", "").status()).isEqualTo(303);
        assertThat(rosa.get("/counts/C-1").body())
                .contains("missing", "Post the count")
                .doesNotContain("not counted yet", "Take the rest as missing");
    }
}
