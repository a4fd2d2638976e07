package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a HIBC code means here: a lot only of the product that it names. */
class HibcScanTest {
    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        plant.define(Item.of(new ItemCode("BJC5D6E7"), "Suture", Unit.EACH, Tracking.LOT)
                .with(ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED)));
        for (String[] lot : new String[][] {{"BJC5D6E7", "10X3", "ea"}, {"flour", "286539", "kg"}})
            assertThat(ivo.post("/api/v1/events", """
                            {"event":"received","id":"%s","site":"MAIN","receipt":"R-%s",
                             "supplier":"MillCo","lots":[{"passport":{"item":"%s","number":"%s"},
                             "quantity":"5 %s","to":"at:MAIN/MAIN"}]}
                            """.formatted(
                                            plant.id(), lot[1], lot[0], lot[1], lot[2]))
                            .status())
                    .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String scanned(String text) {
        String sent = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return ivo.get("/api/v1/scans?text=" + sent + "&expects=lot").body();
    }

    @Test
    void a_lot_of_the_product_is_found_with_its_expiry() {
        assertThat(scanned("+A123BJC5D6E71/$$52001510X3C"))
                .contains("\"lot\":\"10X3\"", "\"expiry\":\"2020-01-15\"", "\"item\":\"BJC5D6E7\"")
                .doesNotContain("not known");
    }

    @Test
    void a_lot_of_a_product_that_nobody_knows_is_no_lot_of_ours_though_it_has_that_number() {
        assertThat(scanned("+E20831269/$$8020423286539+"))
                .contains("No item here is product 3126 of HIBC labeller E208")
                .doesNotContain("\"lot-id\"", "flour");
    }

    @Test
    void a_misread_code_and_one_of_blood_are_named_and_never_taken_for_a_lot() {
        assertThat(scanned("+A123BJC5D6E71/$$52001510X4C"))
                .contains("scan_unreadable", "the HIBC code ends in C, should end in D");
        assertThat(scanned("=W00000712345600"))
                .contains("scan_unreadable", "an ISBT 128 code of blood");
    }
}
