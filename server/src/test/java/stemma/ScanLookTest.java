package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

/**
 * A scanner at a page, in a real Chromium: it types like a keyboard, faster than hands, wherever
 * the focus is. The form that it fills is put into a page by the test; the scripts are the
 * product's.
 */
@Tag("browser")
class ScanLookTest {
    private static final String SEPARATOR = "\u001D";
    private static final String FORM = """
            <form method="post" action="/scan" class="fields floor" data-scan-form data-scan-site="MAIN">
              <label for="place">Location</label>
              <input id="place" name="location" data-scan="location" required>
              <ol data-scan-list><template data-scan-row><li>
                <input name="lines[#].lot" data-scan="lot serial" aria-label="Lot or serial" required>
                <input name="lines[#].quantity" data-scan="quantity" aria-label="Quantity" required>
                <input type="hidden" name="lines[#].id" data-scan="lot-id">
                <input type="hidden" name="lines[#].evidence" value="keyed" data-scan-evidence>
              </li></template></ol>
              <button type="button" data-scan-do="ok">Record</button>
            </form>
            """;
    private static final String OPEN_ROWS = """
            <form method="post" action="/scan" class="fields floor" data-scan-form>
              <input name="lot1" data-scan="lot serial" aria-label="Lot 1">
              <input type="hidden" name="id1" data-scan="lot-id">
              <input name="lot2" data-scan="lot serial" aria-label="Lot 2">
              <input type="hidden" name="id2" data-scan="lot-id">
            </form>
            """;
    private static ApiPlant plant;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ApiClient program = plant.program();
        for (String number : new String[] {"F-101", "F-102"})
            program.post("/api/v1/receipts", plant.receipt(plant.id(), number, "500 kg"));
        var seller = plant.caller("rosa", Role.RECEIVING);
        assertThat(seller).isNotNull();
        chromium = new Chromium(plant.web.port());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    /** Types as a scanner does that sends F9 first: the machine of the test may be slow. */
    private static void scan(Page page, String text) {
        page.keyboard().press("F9");
        burst(page, text);
    }

    private static void burst(Page page, String text) {
        for (String part : text.splitWithDelimiters(SEPARATOR, 0)) {
            if (part.equals(SEPARATOR)) page.keyboard().press("Control+]");
            else if (!part.isEmpty()) page.keyboard().type(part);
        }
        page.keyboard().press("Enter");
    }

    private static String said(Page page) {
        page.waitForSelector("[data-scan-bar][data-waiting='0']");
        return page.textContent("[data-scan-said]");
    }

    private static Page entry() {
        return entry(FORM);
    }

    private static Page entry(String form) {
        Page page = chromium.signedIn("rosa", ApiPlant.PASSWORD);
        page.route("**/scan-entry", route -> {
            var reply = route.fetch(new com.microsoft.playwright.Route.FetchOptions()
                    .setUrl("http://127.0.0.1:" + plant.web.port() + "/scan"));
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setResponse(reply)
                    .setBody(reply.text().replace("</main>", form + "</main>")));
        });
        page.navigate("/scan-entry");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        return page;
    }

    @Test
    void a_page_fills_in_any_order_and_says_what_is_missing() {
        Page page = entry();
        scan(page, "F-101");
        assertThat(said(page)).startsWith("Lot F-101, flour: 500 kg at MAIN, released");
        assertThat(page.inputValue("[name='lines[0].lot']")).isEqualTo("F-101");
        assertThat(page.inputValue("[name='lines[0].id']")).contains("/0");
        assertThat(page.inputValue("[name='lines[0].evidence']")).isEqualTo("scanned");
        assertThat(page.textContent("[data-scan-missing]"))
                .isEqualTo("Still missing: location, quantity.");
        scan(page, "location:MAIN:COLD");
        assertThat(said(page)).startsWith("Location COLD");
        assertThat(page.inputValue("#place")).isEqualTo("COLD");
        scan(page, "do:1");
        scan(page, "do:2");
        said(page);
        assertThat(page.inputValue("[name='lines[0].quantity']")).isEqualTo("12");
        assertThat(page.textContent("[data-scan-missing]")).isEqualTo("Nothing is missing.");
        scan(page, "lot:flour:F-102");
        said(page);
        assertThat(page.inputValue("[name='lines[1].lot']")).isEqualTo("F-102");
        scan(page, "F-101");
        assertThat(said(page)).startsWith("Already in row 1");
        assertThat(page.locator("[data-scan-list] li").count()).isEqualTo(2);
        scan(page, "do:undo");
        assertThat(said(page)).isEqualTo("The last scan is taken back");
        assertThat(page.locator("[data-scan-list] li").count()).isEqualTo(1);
        page.fill("[name='lines[0].lot']", "F-1O1");
        assertThat(page.inputValue("[name='lines[0].evidence']")).isEqualTo("keyed");
        page.context().close();
    }

    @Test
    void rows_that_stand_open_are_filled_one_after_the_other() {
        Page page = entry(OPEN_ROWS);
        scan(page, "F-101");
        said(page);
        assertThat(page.inputValue("[name=lot1]")).isEqualTo("F-101");
        assertThat(page.inputValue("[name=id1]")).contains("/0");
        assertThat(page.inputValue("[name=lot2]")).isEmpty();
        assertThat(page.inputValue("[name=id2]")).isEmpty();
        scan(page, "F-102");
        said(page);
        assertThat(page.inputValue("[name=lot1]")).isEqualTo("F-101");
        assertThat(page.inputValue("[name=lot2]")).isEqualTo("F-102");
        assertThat(page.inputValue("[name=id2]"))
                .contains("/0")
                .isNotEqualTo(page.inputValue("[name=id1]"));
        page.context().close();
    }

    @Test
    void wrong_things_stop_and_say_what_was_expected() {
        Page page = entry();
        scan(page, "LINE-1");
        assertThat(said(page))
                .startsWith("Scanned equipment: Equipment LINE-1")
                .contains("Expected");
        assertThat(page.getAttribute("[data-scan-bar]", "data-tone")).isEqualTo("stop");
        scan(page, "F-999");
        assertThat(said(page)).startsWith("Nothing here is called");
        assertThat(page.locator("[data-scan-list] li").count()).isZero();
        page.context().close();
    }

    /**
     * A burst into a field that has the focus is a scan all the same, and leaves no trace in it.
     */
    @Test
    void a_scan_into_a_focused_field_is_taken_out_of_it() {
        Page page = entry();
        page.click("#place");
        page.keyboard().type("CO");
        scan(page, "F-101");
        said(page);
        assertThat(page.inputValue("#place")).isEqualTo("CO");
        assertThat(page.inputValue("[name='lines[0].lot']")).isEqualTo("F-101");
        page.context().close();
    }

    @Test
    void keys_that_follow_at_once_are_a_scan_without_a_prefix() {
        Page page = entry();
        page.evaluate("""
                for (const key of [..."F-101", "Enter"])
                  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
                """);
        said(page);
        assertThat(page.inputValue("[name='lines[0].lot']")).isEqualTo("F-101");
        page.context().close();
    }

    @Test
    void the_set_up_code_proves_that_separators_come() {
        Page page = entry();
        scan(page, "]d210SEPARATOR21SENT");
        assertThat(said(page)).isEqualTo("This scanner is not sending separators.");
        scan(page, "]d210SEPARATOR" + SEPARATOR + "21SENT");
        assertThat(said(page)).isEqualTo("This scanner sends separators");
        assertThat(page.evaluate("localStorage.getItem('scan-separators')")).isEqualTo("yes");
        page.context().close();
    }

    @Test
    void the_page_of_scans_reads_at_every_width() {
        for (int width : new int[] {1280, 320}) {
            ColorScheme light = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            try (BrowserContext context = chromium.context(light, width)) {
                Page page = Chromium.signIn(context, "rosa", ApiPlant.PASSWORD);
                Chromium.look(page, "/scan", "scan-" + width);
                scan(page, "F-101");
                said(page);
                page.waitForSelector("[data-reading]:not([hidden])");
                Chromium.lookAt(page, "scan-lot-" + width);
                scan(page, "]C101095201234567880");
                said(page);
                Chromium.lookAt(page, "scan-refused-" + width);
            }
        }
    }
}
