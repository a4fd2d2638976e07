package stemma.kill;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.database.Database;
import stemma.database.DatabaseChoice;
import stemma.database.RunningDatabase;
import stemma.identifiers.LotId;
import stemma.journal.DatabaseClock;
import stemma.journal.Inspection;
import stemma.journal.VerifyingKeys;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Recorded;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the stock that tables say against the sum of all events, and the log against its seals. */
public final class FoldedStock {
    private static final int TOGETHER = 1_000;

    private FoldedStock() {}

    /** Checks the ledger in the data directory of a server that was stopped. */
    static void check(Path data) {
        try (RunningDatabase running = RunningDatabase.open(new DatabaseChoice.Embedded(data))) {
            Database database = running.database();
            World world = World.open(database, new DatabaseClock(database.app()));
            assertThat(differences(world)).isEmpty();
            List<String> findings = new ArrayList<>();
            var inspected = new Inspection(
                            database.app(), new VerifyingKeys(data.resolve("verifying.keys")).all())
                    .run(List.of(latest(data)), finding -> findings.add(finding.toString()));
            assertThat(findings).isEmpty();
            assertThat(world.journal().sealed().unsealed()).isZero();
            assertThat(inspected.size()).isEqualTo(world.journal().sealed().size());
        }
    }

    /** Returns each place where what is kept of a lot is not the sum of what was told. */
    public static Map<String, String> differences(World world) {
        Map<String, BigDecimal> told = told(world);
        Map<String, BigDecimal> kept = kept(world);
        Set<String> places = new TreeSet<>(told.keySet());
        places.addAll(kept.keySet());
        Map<String, String> different = new TreeMap<>();
        for (String place : places) {
            BigDecimal sum = told.getOrDefault(place, BigDecimal.ZERO);
            BigDecimal is = kept.getOrDefault(place, BigDecimal.ZERO);
            if (sum.compareTo(is) != 0) different.put(place, sum + " told, " + is + " kept");
        }
        return different;
    }

    private static Map<String, BigDecimal> told(World world) {
        Map<String, BigDecimal> fold = new TreeMap<>();
        List<Long> seqs = JdbcClient.create(world.database().app())
                .sql("select seq from ledger.event order by seq")
                .query(Long.class)
                .list();
        for (int from = 0; from < seqs.size(); from += TOGETHER) {
            List<Long> some = seqs.subList(from, Math.min(from + TOGETHER, seqs.size()));
            for (Recorded recorded : world.ledger().events(some)) {
                var undone = recorded.undone();
                if (undone != null) book(fold, undone.effect(), -1);
                Event effect = recorded.effect();
                if (effect != null) book(fold, effect, 1);
            }
        }
        return fold;
    }

    private static void book(Map<String, BigDecimal> fold, Event event, int sign) {
        for (Movement movement : Facts.movements(event)) {
            BigDecimal amount = movement.quantity().amount().multiply(BigDecimal.valueOf(sign));
            LotId lot = movement.lot().first();
            fold.merge(key(lot, movement.to()), amount, BigDecimal::add);
            fold.merge(key(lot, movement.from()), amount.negate(), BigDecimal::add);
        }
    }

    private static Map<String, BigDecimal> kept(World world) {
        List<LotId> ids = JdbcClient.create(world.database().app())
                .sql("select birth || '/' || first_ordinal from lots.lot")
                .query(String.class)
                .list()
                .stream()
                .map(LotId::of)
                .toList();
        Map<String, BigDecimal> kept = new TreeMap<>();
        var lots = world.lots().lots(ids).values();
        for (var balance : world.stock().balances(Set.copyOf(lots)))
            kept.put(
                    key(balance.lot().first(), balance.place()),
                    balance.quantity().amount());
        return kept;
    }

    private static String key(LotId lot, Place place) {
        return lot + " " + place;
    }

    private static String latest(Path data) {
        try {
            return Files.readString(data.resolve("checkpoints/latest.note"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
