package stemma.nonconformance.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.SiteCode;
import stemma.nonconformance.CaseFigures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Counts cases. */
public final class FigureTable {
    private static final int MONTHS = 12;
    private static final int TOP = 10;
    private static final String SEEN = " (:everywhere or c.site = any(:seen)) ";
    private final JdbcClient database;

    public FigureTable(JdbcClient database) {
        this.database = database;
    }

    public CaseFigures figures(Optional<List<SiteCode>> seen, LocalDate today) {
        return new CaseFigures(
                months(seen, today),
                counts(seen, today, """
                        select band as what, count(c.number) as cases from unnest(
                            array['under 30 days', '30 to 89 days', '90 to 179 days',
                                '180 days and more'], array[0, 30, 90, 180],
                            array[30, 90, 180, 1000000]) as b(band, low, high)
                        left join nonconformance.case_file c on c.closed_at is null
                            and :today - c.opened_at::date >= low
                            and :today - c.opened_at::date < high and %s
                        group by band, low order by low limit :top
                        """.formatted(SEEN)),
                counts(seen, today, """
                        select coalesce(s.item, s.normal) as what,
                            count(distinct c.number) as cases
                        from nonconformance.case_file c join nonconformance.subject s using (number)
                        where (s.kind = 'item' or s.item is not null) and %s
                        group by 1 order by 2 desc, 1 limit :top
                        """.formatted(SEEN)),
                counts(seen, today, """
                        select replace(cause, '_', ' ') as what, count(*) as cases
                        from nonconformance.case_file c
                        where cause is not null and %s
                        group by 1 order by 2 desc, 1 limit :top
                        """.formatted(SEEN)));
    }

    private List<CaseFigures.Month> months(Optional<List<SiteCode>> seen, LocalDate today) {
        return database.sql("""
                select m::date as month,
                    count(*) filter (where date_trunc('month', c.opened_at at time zone 'UTC') = m)
                        as opened,
                    count(*) filter (where date_trunc('month', c.closed_at at time zone 'UTC') = m)
                        as closed
                from generate_series(date_trunc('month', :today::timestamp)
                        - make_interval(months => :months), :today::timestamp,
                        interval '1 month') m
                left join nonconformance.case_file c on %s
                group by m order by m
                """.formatted(SEEN))
                .param("today", today)
                .param("months", MONTHS - 1)
                .param("everywhere", seen.isEmpty())
                .param("seen", CaseTable.seen(seen))
                .query((row, _) -> new CaseFigures.Month(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("opened"),
                        row.getInt("closed")))
                .list();
    }

    private List<CaseFigures.Count> counts(
            Optional<List<SiteCode>> seen, LocalDate today, String sql) {
        return database.sql(sql)
                .param("today", today)
                .param("everywhere", seen.isEmpty())
                .param("seen", CaseTable.seen(seen))
                .param("top", TOP)
                .query((row, _) ->
                        new CaseFigures.Count(row.getString("what"), row.getInt("cases")))
                .list();
    }
}
