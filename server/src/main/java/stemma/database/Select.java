package stemma.database;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ConcurrentLruCache;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A question to the database that can be asked by itself or, {@link AtOnce}, together with others:
 * its statement, what stands for each {@code ?} of it, and how a row is read.
 */
public record Select<T>(String sql, List<?> values, RowMapper<T> row) {
    private static final int KEPT = 256;
    private static final ConcurrentLruCache<String, ParsedSql> PARSED =
            new ConcurrentLruCache<>(KEPT, NamedParameterUtils::parseSqlStatement);

    /** Returns the question of a statement that names what stands in it. */
    public static <T> Select<T> named(String sql, Map<String, ?> values, RowMapper<T> row) {
        ParsedSql parsed = PARSED.get(sql);
        var source = new MapSqlParameterSource(values);
        return new Select<>(
                NamedParameterUtils.substituteNamedParameters(parsed, source),
                Arrays.asList(NamedParameterUtils.buildValueArray(parsed, source, null)),
                row);
    }

    /** Returns the same question, of which each row is also told as it is read. */
    public Select<T> telling(Consumer<T> told) {
        return new Select<>(sql, values, (found, number) -> {
            T read = Objects.requireNonNull(row.mapRow(found, number));
            told.accept(read);
            return read;
        });
    }

    /** Asks it by itself. */
    public List<T> from(JdbcClient database) {
        return database.sql(sql).params(values).query(row).list();
    }
}
