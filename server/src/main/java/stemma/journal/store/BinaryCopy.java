package stemma.journal.store;

import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/** Rows in PostgreSQL's binary COPY form, gathered and then sent at once. */
final class BinaryCopy {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private ByteBuffer rows = ByteBuffer.allocate(64 * 1024);

    BinaryCopy() {
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    BinaryCopy row(int columns) {
        room(2);
        rows.putShort((short) columns);
        return this;
    }

    BinaryCopy add(long value) {
        room(12);
        rows.putInt(8).putLong(value);
        return this;
    }

    BinaryCopy addShort(int value) {
        room(6);
        rows.putInt(2).putShort((short) value);
        return this;
    }

    BinaryCopy addTrue(boolean value) {
        room(5);
        rows.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    BinaryCopy add(UUID id) {
        room(20);
        rows.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return this;
    }

    BinaryCopy add(Instant moment) {
        return add(ChronoUnit.MICROS.between(EPOCH, moment));
    }

    BinaryCopy add(byte[] bytes) {
        room(4 + bytes.length);
        rows.putInt(bytes.length).put(bytes);
        return this;
    }

    /** Sends the rows; {@code into} names the table and its columns. Returns how many arrived. */
    long send(Connection connection, String into) throws SQLException {
        room(2);
        rows.putShort((short) -1);
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + into + " FROM STDIN (FORMAT binary)",
                            ByteStreamWriter.of(rows.flip()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int size() {
        return rows.position();
    }

    private void room(int more) {
        if (rows.remaining() >= more) return;
        int needed = Math.max(2 * rows.capacity(), rows.position() + more);
        ByteBuffer wider = ByteBuffer.wrap(Arrays.copyOf(rows.array(), needed));
        rows = wider.position(rows.position());
    }
}
