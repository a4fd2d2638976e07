package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

/** The forms of the store as a person who types meets them. */
@Tag("browser")
class WarehouseLookTest {
    private static ApiPlant plant;
    private static ApiClient program;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        for (String number : new String[] {"F-101", "F-102", "F-103"})
            program.post("/api/v1/receipts", plant.receipt(plant.id(), number, "500 kg"));
        program.post("/api/v1/receipts", plant.receipt(plant.id(), "F-104", "50 kg"));
        assertThat(plant.caller("rosa", Role.RECEIVING)).isNotNull();
        chromium = new Chromium(plant.web.port());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        page.waitForSelector("[data-scan-bar]:not([hidden])");
    }

    @Test
    void what_stands_against_it_is_shown_and_the_words_survive() {
        Page page = chromium.signedIn("rosa", ApiPlant.PASSWORD);
        open(page, "/move");
        page.fill("[name=what]", "F-102");
        page.fill("[name=quantity]", "900");
        page.fill("[name=to]", "COLD");
        page.click("[data-scan-do=ok]");
        page.waitForSelector("[data-objections]");
        assertThat(page.textContent("[data-objections]")).contains("has 500 kg", "not_enough");
        assertThat(page.inputValue("[name=what]")).isEqualTo("F-102");
        Chromium.lookAt(page, "warehouse-move-refused");
        page.click("button[value=report]");
        page.waitForURL("**/move?done=**");
        page.context().close();
    }

    @Test
    void every_form_of_the_store_can_be_read_and_a_lot_goes_through_them() {
        Page page = chromium.signedIn("rosa", ApiPlant.PASSWORD);
        for (String act : new String[] {
            "send", "arrive", "adjust", "sample", "scrap", "destroy", "pack", "unpack", "split",
            "merge"
        }) {
            open(page, "/warehouse/acts/" + act);
            Chromium.lookAt(page, "warehouse-act-" + act);
        }
        fill(page, "pack", "F-103", "100", "container", "TOTE-1");
        fill(page, "split", "F-103", "50", "number", "F-103-A");
        assertThat(page.content()).contains("say from which it is taken");
        page.fill("[name=from]", "MAIN");
        send(page);
        fill(page, "adjust", "F-103-A", "5", "why_text", "a sack burst");
        fill(page, "scrap", "F-103-A", "5", "why_text", "wet");
        fill(page, "destroy", "F-103-A", "5", "document", "CERT-1");
        fill(page, "sample", "F-103-A", "1", "", "");
        fill(page, "unpack", "F-103", "40", "container", "TOTE-1");
        assertThat(program.get("/api/v1/stock?lot=F-103-A").body()).contains("39 kg");
        page.context().close();
    }

    private static void fill(
            Page page, String act, String what, String quantity, String field, String value) {
        open(page, "/warehouse/acts/" + act);
        page.fill("[name=what]", what);
        page.fill("[name=quantity]", quantity);
        if (!field.isEmpty()) page.locator("[name=" + field + "]").first().fill(value);
        if (act.equals("destroy")) page.fill("[name=from]", "scrap");
        if (act.equals("unpack")) {
            page.fill("[name=from]", value);
            page.fill("[name=to]", "COLD");
        }
        send(page);
        if (!act.equals("split")) assertThat(page.url()).contains("done=");
    }

    private static void send(Page page) {
        page.click("[data-scan-do=ok]");
        page.waitForSelector(".alert");
    }
}
