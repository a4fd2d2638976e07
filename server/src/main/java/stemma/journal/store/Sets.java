package stemma.journal.store;

import org.springframework.jdbc.support.SqlArrayValue;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

/** Sets of values as PostgreSQL arrays, so that any number of them is one statement. */
final class Sets {
    private Sets() {}

    static SqlArrayValue longs(long[] values) {
        return longs(Arrays.stream(values).boxed().toList());
    }

    static SqlArrayValue longs(Collection<Long> values) {
        return new SqlArrayValue("bigint", (Object[]) values.toArray(Long[]::new));
    }

    static SqlArrayValue shorts(int[] values) {
        return new SqlArrayValue(
                "smallint", (Object[]) Arrays.stream(values).boxed().toArray(Integer[]::new));
    }

    static SqlArrayValue uuids(Collection<UUID> values) {
        return new SqlArrayValue("uuid", (Object[]) values.toArray(UUID[]::new));
    }

    static SqlArrayValue bytes(Collection<byte[]> values) {
        return new SqlArrayValue("bytea", (Object[]) values.toArray(byte[][]::new));
    }
}
