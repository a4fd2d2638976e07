package stemma.catalog.store;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Function;

/** Reads single columns of a row into values. */
final class Read {
    private Read() {}

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return word(Standing.class, row.getString("standing"));
    }

    /** Returns the value of the column, or nothing where it is null. */
    static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> as)
            throws SQLException {
        String text = row.getString(column);
        return text == null ? null : as.apply(text);
    }
}
