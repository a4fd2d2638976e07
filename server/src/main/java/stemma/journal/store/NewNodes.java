package stemma.journal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Leaves and tiles that a pass adds, gathered for one COPY each. */
public final class NewNodes {
    private BinaryCopy leaves = new BinaryCopy();
    private BinaryCopy tiles = new BinaryCopy();
    private boolean anyTile;

    public void leaf(long position, long seq, byte[] hash, LeafOrder order) {
        leaves.row(4).add(position).add(seq).add(hash).addTrue(order == LeafOrder.LATE);
    }

    public void tile(int level, long number, byte[] hash) {
        tiles.row(3).addShort(level).add(number).add(hash);
        anyTile = true;
    }

    void send(Connection connection) throws SQLException {
        leaves.send(connection, "journal.leaf (position, seq, hash, late)");
        if (anyTile) tiles.send(connection, "journal.tile (level, number, hash)");
        leaves = new BinaryCopy();
        tiles = new BinaryCopy();
        anyTile = false;
    }
}
