package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.audit.TrailQuery;

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

    private static Reply note(ApiClient person, String code, String consignee) {
        String form = "_csrf=" + person.formToken() + "&code=" + code + "&consignee=" + consignee;
        return person.post("/shipments/note", form, FORM);
    }
}
