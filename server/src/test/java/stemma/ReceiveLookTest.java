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
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.NumberRule;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Standing;
import stemma.catalog.SublotPolicy;
import stemma.catalog.Tracking;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Receiving as its people do it, with a scanner that types, in a real Chromium. */
@Tag("browser")
class ReceiveLookTest {
    private static final String SEPARATOR = "\u001D";
    private static ApiPlant plant;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        assertThat(plant.caller("rosa", Role.RECEIVING)).isNotNull();
        ItemPolicy policy = ItemPolicy.USUAL
                .withGtin(Gtin.of("4006381333931"))
                .withSublots(SublotPolicy.PER_PALLET)
                .withNumbering(NumberRule.of("{item}-{n}"));
        ItemCode malt = new ItemCode("malt");
        plant.define(Item.of(malt, "Malt <pale>", ApiPlant.KG, Tracking.LOT).with(policy));
        plant.define(new PurchaseOrder(
                new OrderCode("PO-1"),
                new PartnerCode("MillCo"),
                new SiteCode("MAIN"),
                LocalDate.of(2020, 1, 1),
                List.of(new OrderLine(
                        1, malt, Quantity.of("600 kg"), null, BigDecimal.TEN, BigDecimal.ZERO)),
                Standing.ACTIVE));
        chromium = new Chromium(plant.web.port());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private static void scan(Page page, String text) {
        page.keyboard().press("F9");
        for (String part : text.splitWithDelimiters(SEPARATOR, 0)) {
            if (part.equals(SEPARATOR)) page.keyboard().press("Control+]");
            else if (!part.isEmpty()) page.keyboard().type(part);
        }
        page.keyboard().press("Enter");
        page.waitForSelector("[data-scan-bar][data-waiting='0']");
    }

    private static Page rosa(int width) {
        BrowserContext context =
                chromium.context(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT, width);
        return Chromium.signIn(context, "rosa", ApiPlant.PASSWORD);
    }

    @Test
    void goods_are_received_by_scanner_against_an_order() {
        Page page = rosa(320);
        Chromium.look(page, "/receiving", "receive-list-320");
        assertThat(page.textContent("main")).contains("PO-1", "late", "600 kg");
        page.click("main a[href^='/receive?order=PO-1']");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        scan(page, "(01)04006381333931(17)280531(10)M-701");
        assertThat(page.inputValue("#item-0")).isEqualTo("malt");
        assertThat(page.inputValue("#supplier_lot-0")).isEqualTo("M-701");
        assertThat(page.inputValue("#expiry-0")).isEqualTo("2028-05-31");
        page.fill("#receipt", "DN-77");
        page.fill("#location", "COLD");
        page.fill("#quantity-0", "700");
        page.fill("#pallets-0", "2");
        Chromium.lookAt(page, "receive-filled-320");
        page.click("main form[action='/receive'] p.row button[type=submit]");
        page.waitForSelector("[data-objections]");
        assertThat(page.textContent("[data-objections]"))
                .contains("at most 660 kg", "over_delivery");
        assertThat(page.inputValue("#receipt")).isEqualTo("DN-77");
        Chromium.lookAt(page, "receive-refused-320");
        page.fill("#quantity-0", "400");
        page.click("main form[action='/receive'] p.row button[type=submit]");
        page.waitForURL("**/receipts/DN-77**");
        // The number that the refused delivery took stays unused.
        assertThat(page.textContent("main")).contains("malt-2", "200 kg", "M-701", "Labels");
        Chromium.look(page, "/purchase-orders/PO-1", "receive-order-320");
        assertThat(page.textContent("main")).contains("400 kg", "200 kg", "late");
        page.context().close();
    }

    @Test
    void pages_of_receiving_read_at_every_width() {
        for (int width : new int[] {1280, 320}) {
            Page page = rosa(width);
            Chromium.look(page, "/receiving?show=all", "receive-all-" + width);
            Chromium.look(page, "/receive", "receive-blank-" + width);
            page.click("button[formaction='/receive/rows']");
            page.waitForSelector("#item-1");
            Chromium.lookAt(page, "receive-two-rows-" + width);
            Chromium.look(page, "/opening", "receive-opening-" + width);
            Chromium.look(page, "/send-back", "receive-send-back-" + width);
            Chromium.look(page, "/purchase-orders/PO-1", "receive-order-" + width);
            Chromium.look(page, "/masters/purchase-orders", "receive-orders-" + width);
            page.context().close();
        }
    }

    @Test
    void a_paper_is_kept_with_the_receipt_and_what_is_no_paper_is_refused() {
        Page page = rosa(1280);
        page.navigate("/receive");
        page.fill("#receipt", "DN-78");
        page.fill("#supplier", "MillCo");
        page.fill("#location", "MAIN");
        page.fill("#item-0", "salt");
        page.fill("#number-0", "S-1");
        page.fill("#quantity-0", "5 kg");
        page.setInputFiles("#files", Path.of("pom.xml"));
        page.click("main form[action='/receive'] p.row button[type=submit]");
        page.waitForSelector("main .alert");
        assertThat(page.textContent("main")).contains("pom.xml is no PDF, JPEG, PNG or WebP file");
        page.setInputFiles(
                "#files",
                new com.microsoft.playwright.options.FilePayload(
                        "certificate.pdf", "application/pdf", "%PDF-1.7 x".getBytes()));
        page.click("main form[action='/receive'] p.row button[type=submit]");
        page.waitForURL("**/receipts/DN-78**");
        assertThat(page.textContent("main")).contains("certificate.pdf");
        page.context().close();
    }
}
