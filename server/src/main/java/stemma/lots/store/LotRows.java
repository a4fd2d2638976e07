package stemma.lots.store;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Item;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.PassportJson;
import stemma.ledger.Status;
import stemma.lots.Lot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The lots born in one append, written as one set. */
final class LotRows {
    private final JdbcClient database;

    LotRows(JdbcClient database) {
        this.database = database;
    }

    /** Writes them and returns their inner keys; {@code items} are those they are of. */
    Map<LotId, Long> insert(List<Born> born, Map<ItemCode, Item> items) {
        Map<LotId, Long> keys = new HashMap<>();
        database.sql("""
                insert into lots.lot (birth, first_ordinal, last_ordinal, item, number, number_normal,
                    unit, tracking, site, status, passport, birth_passport, expiry,
                    born_seq, born_from, born_to, retained,
                    retained_of, retained_of_ordinal)
                select b, f, l, i, n, m, u, t, s, st, p, p, e, q, bf, bt, r, ro, oo
                from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[],
                    ?::timestamptz[], ?::timestamptz[], ?::boolean[], ?::uuid[], ?::int[])
                    as row (b, f, l, i, n, m, u, t, s, st, p, e, q, bf, bt, r,
                        ro, oo)
                returning key, birth, first_ordinal
                """)
                .params(
                        texts(born, b -> b.span().first().birth().toString()),
                        born.stream().map(b -> b.span().first().ordinal()).toArray(Integer[]::new),
                        born.stream().map(b -> b.span().last()).toArray(Integer[]::new),
                        texts(born, b -> b.birth().passport().item().code()),
                        texts(born, b -> b.birth().passport().number().text()),
                        texts(born, b -> b.birth().passport().number().normal()),
                        texts(born, b -> b.birth().quantity().unit().code()),
                        texts(born, b -> item(b, items).tracking().name()),
                        texts(born, b -> b.event().circumstances().site().code()),
                        texts(born, b -> status(b).name()),
                        texts(born, b -> PassportJson.write(b.birth().passport().withoutSerials())),
                        texts(born, b -> lastDay(b.birth().passport())),
                        born.stream().map(Born::seq).toArray(Long[]::new),
                        texts(
                                born,
                                b -> b.event()
                                        .circumstances()
                                        .occurredAt()
                                        .from()
                                        .toString()),
                        texts(
                                born,
                                b -> b.event().circumstances().occurredAt().to().toString()),
                        born.stream().map(b -> Lot.isRetained(b.event())).toArray(Boolean[]::new),
                        texts(born, LotRows::originBirth),
                        born.stream()
                                .map(LotRows::origin)
                                .map(of -> of == null ? null : of.ordinal())
                                .toArray(Integer[]::new))
                .query((row, _) -> keys.put(
                        new LotId(
                                new EventId(row.getObject("birth", UUID.class)),
                                row.getInt("first_ordinal")),
                        row.getLong("key")))
                .list();
        return keys;
    }

    private static @Nullable LotId origin(Born born) {
        return Lot.retainedOf(born.event());
    }

    private static @Nullable String originBirth(Born born) {
        LotId of = origin(born);
        return of == null ? null : of.birth().toString();
    }

    private static Item item(Born born, Map<ItemCode, Item> items) {
        return requireNonNull(items.get(born.birth().passport().item()));
    }

    private static Status status(Born born) {
        Status status = born.birth().status();
        return status == null ? Status.QUARANTINED : status;
    }

    private static @Nullable String lastDay(Passport passport) {
        PassportDate expiry = passport.expiry();
        return expiry == null ? null : expiry.lastDay().toString();
    }

    private static Object texts(List<Born> born, Function<Born, @Nullable String> column) {
        return born.stream().map(column).toArray(String[]::new);
    }
}
