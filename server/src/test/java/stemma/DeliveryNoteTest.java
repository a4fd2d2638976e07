package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.audit.TrailQuery;
import stemma.catalog.Country;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.identifiers.PartnerCode;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The paper that goes with the goods, printed from the page of the shipment. */
class DeliveryNoteTest {
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    @Test
    void a_shipment_has_a_delivery_note_and_its_print_is_kept() {
        try (ApiPlant plant = ApiPlant.stocked()) {
            ApiClient ivo = plant.program();
            String birth = plant.id();
            ivo.post("/api/v1/events", plant.receipt(birth, "F-1", "9 kg"));
            Reply shipped = ivo.post("/api/v1/shipments", """
                    {"id":"%s","site":"MAIN","shipment":"SH/9","order":"SO-1",
                     "consignee":"CornerShop","containers":[],
                     "lines":[{"lot":"%s/0","quantity":"4 kg","from":"at:MAIN/MAIN"}]}
                    """.formatted(plant.id(), birth));
            assertThat(shipped.status()).as(shipped.body()).isEqualTo(201);
            ApiClient sena = plant.person("sena", Role.SHIPPING);
            assertThat(sena.get("/shipments?code=SH%2F9").body()).contains("Delivery note, A4");
            Reply note = note(sena, "SH%2F9", "CornerShop");
            assertThat(note.body()).startsWith("%PDF-");
            assertThat(note(sena, "SH%2F9", "MillCo").status()).isEqualTo(404);
            var kept = plant.world
                    .audit()
                    .trail(TrailQuery.all().of("paper Delivery note SH/9"))
                    .entries();
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void a_note_is_held_against_the_latest_print_for_its_consignee() {
        try (ApiPlant plant = ApiPlant.stocked()) {
            ApiClient ivo = plant.program();
            plant.define(Partner.of(
                    new PartnerCode("Canteen"),
                    "Canteen",
                    new Country("US"),
                    PartnerRole.CUSTOMER));
            String birth = plant.id();
            ivo.post("/api/v1/events", plant.receipt(birth, "F-1", "9 kg"));
            String first = plant.id();
            for (String entry : new String[] {
                shipped(first, birth, "CornerShop", "4 kg"),
                shipped(plant.id(), birth, "Canteen", "2 kg")
            }) {
                Reply reply = ivo.post("/api/v1/events", entry);
                assertThat(reply.status()).as(reply.body()).isLessThan(300);
            }
            ApiClient sena = plant.person("sena", Role.SHIPPING);
            assertThat(note(sena, "SH-3", "CornerShop").body()).startsWith("%PDF-");
            assertThat(changed(ivo)).isEqualTo("CornerShop=false Canteen= ");
            String less = shipped(first, birth, "CornerShop", "3 kg");
            String second = corrected(ivo, plant.id(), first, less);
            assertThat(changed(ivo)).isEqualTo("CornerShop=true Canteen= ");
            note(sena, "SH-3", "CornerShop");
            assertThat(changed(ivo)).isEqualTo("CornerShop=false Canteen= ");
            String again = shipped(first, birth, "CornerShop", "4 kg");
            String third = corrected(ivo, plant.id(), second, again);
            assertThat(changed(ivo)).isEqualTo("CornerShop=true Canteen= ");
            corrected(ivo, plant.id(), third, shipped(first, birth, "Canteen", "4 kg"));
            assertThat(changed(ivo)).isEqualTo("CornerShop= Canteen= ");
            assertThat(sena.get("/shipments/SH-3").body()).doesNotContain("Print it anew");
        }
    }

    private static String shipped(String id, String birth, String consignee, String quantity) {
        return """
                {"event":"shipped","id":"%s","site":"MAIN","shipment":"SH-3","consignee":"%s",
                 "lines":[{"lot":"%s/0","quantity":"%s","from":"at:MAIN/MAIN"}]}
                """.formatted(id, consignee, birth, quantity);
    }

    private static String corrected(ApiClient ivo, String id, String entry, String replacement) {
        Reply reply = ivo.post("/api/v1/events", """
                {"event":"corrected","id":"%s","site":"MAIN","corrects":"%s",
                 "reason":{"code":"miscounted","text":""},"replacement":%s}
                """.formatted(id, entry, replacement));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
        return id;
    }

    /** Returns of each consignee whether its note would read otherwise; nothing without a note. */
    private static String changed(ApiClient ivo) {
        Map<String, String> told = new TreeMap<>(Comparator.reverseOrder());
        for (var one : ivo.get("/api/v1/shipments/SH-3").json().path("shipments"))
            told.put(
                    one.path("consignee").asString(""),
                    one.path("deliveryNote").path("changedSince").asString(""));
        StringBuilder text = new StringBuilder();
        told.forEach((to, since) -> text.append(to + "=" + since + " "));
        return text.toString();
    }

    private static Reply note(ApiClient person, String code, String consignee) {
        String form = "_csrf=" + person.formToken() + "&code=" + code + "&consignee=" + consignee;
        return person.post("/shipments/note", form, FORM);
    }
}
