package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.SerialUnit;
import stemma.restore.Portrait;
import stemma.stock.Balance;
import stemma.stock.Container;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds of a hundred thousand units with random numbers in random cases, at the end of their
 * day. How long it takes is measured by the bench.
 */
class TabletsDayTest {
    private static final int UNITS = Integer.getInteger("stemma.units", 100_000);
    private static final int EVERY = 97;
    private static ApiPlant plant;
    private static TabletsDay day;

    @BeforeAll
    static void happens() {
        plant = ApiPlant.stocked();
        day = new TabletsDay(plant, UNITS, new Random(7));
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static Lot block() {
        return plant.world.lots().lot(new LotId(day.birth, 0)).orElseThrow();
    }

    @Test
    void every_unit_stands_where_the_day_left_it_and_nowhere_else() {
        String[] found = new String[UNITS];
        for (Balance balance : plant.world.stock().balances(List.of(block()))) {
            if (!balance.quantity().isPositive()) continue;
            for (int unit = balance.lot().first().ordinal();
                    unit <= balance.lot().last();
                    unit++) {
                assertThat(found[unit]).as("unit %d stands once", unit).isNull();
                found[unit] = balance.place().text();
            }
        }
        String returned = found[day.returned];
        assertThat(returned).startsWith("run:");
        found[day.returned] = day.place[day.returned];
        assertThat(found).isEqualTo(day.place);
    }

    @Test
    void the_sums_by_place_add_up_to_what_was_minted() {
        Map<String, Integer> sums = new HashMap<>();
        for (Balance balance : plant.world.stock().balances(List.of(block())))
            if (balance.quantity().isPositive())
                sums.merge(
                        balance.place().text(),
                        balance.quantity().amount().intValueExact(),
                        Integer::sum);
        Map<String, Integer> told = new HashMap<>();
        Arrays.stream(day.place).forEach(place -> told.merge(place, 1, Integer::sum));
        told.merge(day.place[day.returned], -1, Integer::sum);
        told.values().removeIf(count -> count == 0);
        sums.keySet().removeIf(place -> place.startsWith("run:"));
        assertThat(sums).isEqualTo(told);
        assertThat(sums.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(UNITS - 1);
    }

    @Test
    void containment_is_a_forest() {
        List<ContainerCode> codes =
                day.containers.keySet().stream().map(ContainerCode::new).toList();
        Map<String, Container> known = plant.world.stock().containers(codes).stream()
                .collect(Collectors.toMap(c -> c.code().code(), c -> c));
        assertThat(known.keySet()).isEqualTo(day.containers.keySet());
        known.values().forEach(container -> {
            assertThat(place(container))
                    .isEqualTo(day.containers.get(container.code().code()));
            Set<String> around = new HashSet<>();
            for (Container at = container; at.parent() != null; ) {
                assertThat(around.add(at.code().code())).as("no circle").isTrue();
                at = known.get(at.parent().code());
                assertThat(at).as("%s stands in one that is known", container).isNotNull();
            }
        });
    }

    private static String place(Container container) {
        if (container.parent() != null) return new Place.InContainer(container.parent()).text();
        return container.place() == null ? "nowhere" : container.place().text();
    }

    @Test
    void every_number_is_a_unit_and_is_found_by_itself() {
        assertThat(plant.world.lots().serials(block().span()))
                .extracting(SerialNumber::text)
                .isEqualTo(day.serials);
        for (int unit = 0; unit < UNITS; unit += EVERY) {
            LotId id = new LotId(day.birth, unit);
            assertThat(plant.world.lots().bySerial(day.serials.get(unit)))
                    .extracting(SerialUnit::unit)
                    .contains(id);
        }
        String text = day.serials.get(day.returned);
        assertThat(plant.world.lots().bySerial(text)).hasSize(2);
        assertThat(plant.world.lots().bySerial("T" + text)).isEmpty();
    }

    @Test
    void filled_anew_from_the_record_the_stock_is_the_same() {
        plant.world.sealer().seal();
        Map<String, List<String>> before = stock();
        assertThat(before.get("stock.unit_range")).hasSizeGreaterThan(UNITS / 2);
        JdbcClient.create(plant.database.owner())
                .sql("truncate " + String.join(", ", Portrait.computed()) + " cascade")
                .update();
        plant.world.ledger().rebuild(plant.world.journal());
        Map<String, List<String>> after = stock();
        before.forEach((table, rows) -> assertThat(after.get(table).equals(rows))
                .as("%s has %d rows, and had %d", table, after.get(table).size(), rows.size())
                .isTrue());
    }

    private static Map<String, List<String>> stock() {
        return Portrait.of(
                plant.database,
                Portrait.computed().stream()
                        .filter(table -> table.startsWith("stock."))
                        .toList());
    }
}
