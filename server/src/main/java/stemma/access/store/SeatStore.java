package stemma.access.store;

import static stemma.access.store.PeopleStore.utc;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Seat;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Keeps what each visiting auditor may see. */
public final class SeatStore {
    private final JdbcClient sql;

    public SeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Seat> of(String actor) {
        return sql.sql("""
                select s.items, s.since, s.until
                from access.seat s join access.person p on p.id = s.person
                where p.actor = ?
                """)
                .param(actor)
                .query((row, _) -> new Seat(
                        PeopleStore.list(row.getArray("items")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public void keep(String actor, Seat seat) {
        sql.sql("""
                insert into access.seat (person, items, since, until)
                select id, ?, ?, ? from access.person where actor = ?
                on conflict (person) do update set items = excluded.items,
                    since = excluded.since, until = excluded.until
                """)
                .param(seat.items().toArray(String[]::new))
                .param(utc(seat.since()))
                .param(utc(seat.until()))
                .param(actor)
                .update();
    }
}
