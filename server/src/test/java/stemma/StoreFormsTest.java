package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Need;
import stemma.stock.Pick;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the forms of the store record, as a browser sends them. */
class StoreFormsTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static ApiClient program;
    private static ApiClient sena;

    @BeforeAll
    static void people() {
        program = PLANT.program();
        sena = PLANT.person("sena", Role.SHIPPING);
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void what_lies_in_the_scrap_is_destroyed_and_no_more_than_that() {
        received("F-1", "100 kg");
        sent("""
                {"event":"scrapped","id":"%s","reason":{"code":"dropped","text":""},
                 "lines":[{"lot":"F-1","quantity":"8 kg","from":"at:MAIN/MAIN"}]}""");
        var asked = form("/warehouse/acts/destroy", destroying("9"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("not_enough");
        assertThat(form("/warehouse/acts/destroy", destroying("5")).status()).isEqualTo(303);
        assertThat(where("F-1"))
                .containsEntry("at:MAIN/MAIN", "92 kg")
                .containsEntry("scrap", "3 kg")
                .containsEntry("destroyed", "5 kg");
    }

    private static Map<String, String> destroying(String quantity) {
        return Map.of(
                "what",
                "F-1",
                "quantity",
                quantity,
                "from",
                "scrap",
                "document",
                "CERT-9",
                "why",
                "damaged");
    }

    @Test
    void a_pallet_parted_while_it_is_kept_parts_what_is_kept() {
        received("F-2", "60 kg");
        sent("""
                {"event":"packed","id":"%s","container":"PAL-1","at":"at:MAIN/MAIN",
                 "basis":"observed",
                 "lines":[{"lot":"F-2","quantity":"60 kg","from":"at:MAIN/MAIN"}]}""");
        Place pallet = new Place.InContainer(new ContainerCode("PAL-1"));
        assertThat(keep("F-2", pallet)).isInstanceOf(Reservations.Answer.Kept.class);
        var unpacked = form(
                "/warehouse/acts/unpack",
                Map.of("what", "F-2", "quantity", "20", "container", "PAL-1", "to", "COLD"));
        assertThat(unpacked.status()).isEqualTo(303);
        assertThat(where("F-2"))
                .containsEntry("container:PAL-1", "40 kg")
                .containsEntry("at:MAIN/COLD", "20 kg");
        assertThat(PLANT.world.reservations().ofLots(List.of(lot("F-2"))))
                .filteredOn(Reservation::isOpen)
                .extracting(one -> one.quantity() + " in " + one.place().text())
                .containsExactlyInAnyOrder("40 kg in container:PAL-1", "5 kg in at:MAIN/COLD");
    }

    private static Reservations.Answer keep(String number, Place place) {
        Quantity some = Quantity.of("45 kg");
        Need need = Need.of(
                new ItemCode("flour"),
                new SiteCode("MAIN"),
                Purpose.SHIP,
                some,
                LocalDate.ofInstant(PLANT.world.clock().now(), java.time.ZoneOffset.UTC));
        return PLANT.world
                .reservations()
                .keep(
                        new Reservations.Keeping(
                                new OrderCode("SO-1"),
                                1,
                                need,
                                List.of(new Pick(Portion.of(lot(number).id()), place, some)),
                                null),
                        new Author(ActorId.of("sena"), "session", "test"));
    }

    private static Lot lot(String number) {
        return PLANT.world
                .lots()
                .family(new ItemCode("flour"), new LotNumber(number))
                .getFirst();
    }

    private static Map<String, String> where(String number) {
        return PLANT.world.stock().balances(List.of(lot(number))).stream()
                .filter(balance -> balance.quantity().isPositive())
                .collect(Collectors.toMap(
                        balance -> balance.place().text(),
                        (Balance balance) -> balance.quantity().toString()));
    }

    private static void received(String number, String quantity) {
        sent("""
                {"event":"received","id":"%%s","receipt":"R-%s","supplier":"MillCo","lots":[
                 {"passport":{"item":"flour","number":"%s"},"quantity":"%s","to":"at:MAIN/MAIN"}]}
                """.formatted(number, number, quantity));
    }

    private static void sent(String event) {
        var reply = program.post("/api/v1/events", event.formatted(PLANT.id()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static ApiClient.Reply form(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("event", PLANT.id());
        all.put("evidence", "keyed");
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sena.post(path, body, "Content-Type", "application/x-www-form-urlencoded");
    }
}
