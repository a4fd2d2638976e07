package stemma.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.identifiers.ShipmentCode;
import stemma.lots.Lot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Serials are told with the shipment they left in, in whatever pieces they are walked. */
class SerialWalkTest {
    private static final int SEEDS = 60;
    private static final int UNITS = 300;
    private static final int BLOCKS = 4;
    private static final SoupWorld SOUP = new SoupWorld();
    private static final JdbcClient OWNER = JdbcClient.create(SOUP.database.owner());
    private static final List<Long> LOTS = blocks();
    /** What became of units: shipped, shipped under a code written otherwise, or unheard of. */
    private static final List<String> SHIPMENTS = List.of("", "SH-1", "sh-2", "SH-9");

    @AfterAll
    static void close() {
        SOUP.close();
    }

    /** Two whole blocks, one of which some units bear no serial, one of which none does; a lot. */
    private static List<Long> blocks() {
        List<Long> keys = new ArrayList<>(
                OWNER.sql("""
                insert into lots.lot (birth, first_ordinal, last_ordinal, item, number,
                    number_normal, unit, tracking, site, status, passport, birth_passport,
                    born_seq, born_from, born_to)
                select gen_random_uuid(), 0, ?, item, 'TAB', 'TAB', unit, 'SERIAL', site, status,
                    passport, birth_passport, born_seq, born_from, born_to
                from lots.lot, generate_series(1, ?) where number = 'C-7741' returning key
                """).params(UNITS - 1, BLOCKS).query(Long.class).list());
        OWNER.sql("""
                insert into lots.serial (item, serial_normal, text, lot, ordinal)
                select 'CARROT', 'T' || lot || '-' || unit, 't' || lot || '-' || unit, lot, unit
                from unnest(?) as a (lot), generate_series(0, ?) as b (unit)
                where lot <> ? and (lot <> ? or unit % 7 <> 3)
                """)
                .params(keys.toArray(Long[]::new), UNITS - 1, keys.get(3), keys.get(2))
                .update();
        keys.add(OWNER.sql("select key from lots.lot where number = 'C-7741'")
                .query(Long.class)
                .single());
        return keys;
    }

    @Test
    void each_unit_is_told_with_its_own_serial_and_shipment() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> expected = new ArrayList<>();
            List<String> told = new ArrayList<>();
            SerialWalk walk = walk(told);
            int most = 1 + random.nextInt(12);
            for (int i = random.nextInt(200); i > 0; i--) {
                long lot = LOTS.get(random.nextInt(LOTS.size()));
                int first = random.nextInt(UNITS);
                int last = Math.min(UNITS - 1, first + random.nextInt(most));
                String shipment = SHIPMENTS.get(random.nextInt(SHIPMENTS.size()));
                Span span = new Span(lot, first, last);
                if (shipment.isEmpty()) walk.kept(span);
                else walk.shipped(span, new ShipmentCode(shipment));
                expect(span, shipment, expected);
            }
            walk.end();
            Collections.sort(expected);
            Collections.sort(told);
            assertThat(told).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void more_than_is_read_at_once_is_told_whole_and_units_of_a_lot_in_their_order() {
        List<String> told = new ArrayList<>();
        SerialWalk walk = walk(told);
        int rounds = 400;
        for (int round = 0; round < rounds; round++)
            for (int block = 0; block < 2; block++)
                walk.kept(new Span(LOTS.get(block), 0, UNITS - 1));
        walk.end();
        assertThat(told).hasSize(rounds * 2 * UNITS);
        Set<String> different = new HashSet<>(told);
        assertThat(different).hasSize(2 * UNITS);
        List<String> some = new ArrayList<>();
        SerialWalk turns = walk(some);
        for (int unit = UNITS - 1; unit >= 0; unit--)
            turns.shipped(
                    new Span(LOTS.getFirst(), unit, unit), new ShipmentCode("SH-" + unit % 2));
        turns.end();
        assertThat(some).hasSize(UNITS);
        for (int unit = 0; unit < UNITS; unit++)
            assertThat(some.get(unit)).startsWith("t" + LOTS.getFirst() + "-" + unit + " ");
    }

    @Test
    void what_cannot_be_read_ends_the_walk() {
        SerialWalk walk = new SerialWalk(
                (_, _) -> {
                    throw new IllegalStateException("the tables are gone");
                },
                _ -> (_, _, _) -> {});
        walk.kept(new Span(LOTS.getFirst(), 0, 1));
        assertThatThrownBy(walk::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the tables are gone");
    }

    private static void expect(Span span, String shipment, List<String> expected) {
        int block = LOTS.indexOf(span.lot());
        if (block >= 3) return;
        String consignee = switch (shipment) {
            case "SH-1" -> "SH-1 Metro Foods";
            case "sh-2" -> "SH-2 Corner Shop";
            default -> "none";
        };
        for (int unit = span.first(); unit <= span.last(); unit++)
            if (block != 2 || unit % 7 != 3)
                expected.add("t" + span.lot() + "-" + unit + " " + span.lot() + " " + consignee);
    }

    private static SerialWalk walk(List<String> told) {
        var rooms =
                new SerialsRead.Rooms(SOUP.world.catalog(), SOUP.world.lots(), SOUP.world.stock());
        return new SerialWalk(rooms::read, alike -> (lines, from, to) -> {
            String text = new String(lines, from, to - from, StandardCharsets.UTF_8);
            text.lines().forEach(serial -> told.add(serial + " " + behind(alike)));
        });
    }

    private static String behind(SerialsConcerned.Alike alike) {
        Lot lot = alike.lot();
        var shipment = alike.shipment();
        var to = alike.consignee();
        return lot.key() + " "
                + (shipment == null || to == null
                        ? "none"
                        : shipment.code().code() + " " + to.name());
    }
}
