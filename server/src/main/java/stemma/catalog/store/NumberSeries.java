package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The last number taken from each series, in {@code catalog.number_series}. */
public final class NumberSeries {
    private NumberSeries() {}

    /** Takes so many numbers from the series and returns the first; two takers take turns. */
    public static long take(JdbcClient jdbc, String series, int count) {
        return jdbc.sql("""
                        insert into catalog.number_series (series, last) values (?, ?)
                        on conflict (series) do update
                        set last = number_series.last + excluded.last
                        returning last
                        """).params(series, (long) count).query(Long.class).single() - count + 1;
    }
}
