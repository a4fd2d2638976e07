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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of every serial number that an answer concerns, with the shipment in which it left. */
class SerialFileTest {
    private static final String BLISTERS = "/trace/serials.csv?lot=TAB-1&direction=";
    private static final String LINE = """
            {"lot":"%s","quantity":"1 ea","from":"at:MAIN/MAIN"}""";
    private static final String SHIPPED = """
            {"event":"shipped","id":"%%s","site":"MAIN","shipment":"%s",
             "consignee":"CornerShop","lines":[%s]}""";

    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.define(Item.of(new ItemCode("tablets"), "Tablets", Unit.EACH, Tracking.SERIAL)
                .with(ItemPolicy.USUAL.withStatusAtProduction(InitialStatus.RELEASED)));
        ivo = plant.program();
        sent("""
                {"event":"produced","id":"%s","site":"MAIN","run":"BLISTER-1",
                 "outputs":[{"passport":{"item":"tablets","number":"TAB-1",
                     "serials":{"prefix":"","first":0,"digits":0,
                         "texts":["T2ZK7","T9,4X","=T8M1","T5VH0"]}},
                   "units":4,"quantity":"4 ea","to":"at:MAIN/MAIN"}]}""");
        sent(shipped("SHP-1", "=T8M1", "T2ZK7"));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String shipped(String shipment, String... serials) {
        String lines = Stream.of(serials)
                .map(serial -> LINE.formatted(serial))
                .collect(Collectors.joining(","));
        return SHIPPED.formatted(shipment, lines);
    }

    private static void sent(String body) {
        var reply = ivo.post("/api/v1/events", body.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    @Test
    void each_unit_is_a_row_with_its_shipment_and_the_end_counts_them() {
        List<String> rows = rows(ivo.get(BLISTERS + "forward").body());
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).matches("T2ZK7,tablets,TAB-1,CornerShop,[^,]+,,SHP-1,20[^,]+");
        assertThat(rows).contains("\"T9,4X\",tablets,TAB-1,,,,,", "T5VH0,tablets,TAB-1,,,,,");
        assertThat(rows).anyMatch(row -> row.startsWith("'=T8M1,tablets,TAB-1,CornerShop,"));
        assertThat(ivo.get(BLISTERS + "forward").body()).endsWith("End,4 rows\r\n");
    }

    @Test
    void one_unit_is_a_file_of_one_row_and_both_ways_are_told_one_after_the_other() {
        String both =
                ivo.get("/trace/serials.csv?root=serial:T5VH0&direction=both").body();
        assertThat(both.split("\r\nT5VH0,", -1)).hasSize(3);
        assertThat(both.split("End,1 row\r\n", -1)).hasSize(3);
        assertThat(both).contains("it may contain", "may contain it", "Asked by,", "Sealed size,");
    }

    @Test
    void what_was_known_before_is_told_from_the_tables() {
        plant.world.sealer().seal();
        String then = ivo.get(BLISTERS + "forward&knownAt=2999-01-01T00:00:00Z").body();
        assertThat(rows(then))
                .containsExactlyInAnyOrderElementsOf(
                        rows(ivo.get(BLISTERS + "forward").body()));
        assertThat(then).contains("As known at,");
    }

    private static List<String> rows(String file) {
        List<String> lines = file.lines().toList();
        int head = lines.indexOf(
                "serial,item,lot,customer,customer name,ship-to,shipment," + "shipped at UTC");
        assertThat(head).isPositive();
        return lines.stream().skip(head + 1L).takeWhile(line -> !line.isEmpty()).toList();
    }
}
