package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.Facts;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.ledger.Serials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Holds the number under which each unit is found against the one its birth gave it. A block is
 * compared by a digest of all its numbers; only one that differs is read unit by unit.
 */
final class SerialsRetold {
    private final JdbcClient database;

    SerialsRetold(JdbcClient database) {
        this.database = database;
    }

    private record Block(long seq, LotId first, Birth birth, Serials serials) {
        SerialNumber at(int place) {
            return serials.at(place);
        }
    }

    void compare(Retold retold) {
        List<Block> blocks = blocks(retold);
        if (blocks.isEmpty()) return;
        Map<LotId, String> digests = digests(blocks);
        Retold.Rows should = new Retold.Rows();
        Retold.Rows are = new Retold.Rows();
        for (Block block : blocks) {
            if (digest(block).equals(digests.get(block.first()))) continue;
            for (int i = 0; i < block.birth().units(); i++)
                should.add(
                        block.seq(),
                        new LotId(block.first().birth(), block.first().ordinal() + i),
                        block.at(i).text(),
                        block.at(i).normal());
            read(block, are);
        }
        retold.compare("lots.serial", should, are);
    }

    private static List<Block> blocks(Retold retold) {
        List<Block> blocks = new ArrayList<>();
        for (Recorded one : retold.events()) {
            if (one.effect() == null || retold.correctedBy(one.seq()) != 0) continue;
            for (Birth birth : Facts.births(one.effect())) {
                Serials serials = birth.passport().serials();
                LotId first = birth.of(one.effect().id()).first();
                if (serials != null) blocks.add(new Block(one.seq(), first, birth, serials));
            }
        }
        return blocks;
    }

    private Map<LotId, String> digests(List<Block> blocks) {
        Map<LotId, String> digests = new HashMap<>();
        database.sql("""
            select l.birth, l.first_ordinal, encode(sha256(convert_to(string_agg(
                s.ordinal || ' ' || s.text || ' ' || s.serial_normal || E'\\n', ''
                order by s.ordinal), 'UTF8')), 'hex') as digest
            from lots.lot l join lots.serial s on s.lot = l.key
            where l.birth = any(?::uuid[]) and l.voided_by is null
            group by l.birth, l.first_ordinal
            """)
                .param(blocks.stream()
                        .map(block -> block.first().birth().toString())
                        .distinct()
                        .toArray(String[]::new))
                .query(row -> {
                    var birth = new stemma.identifiers.EventId(row.getObject("birth", UUID.class));
                    digests.put(
                            new LotId(birth, row.getInt("first_ordinal")), row.getString("digest"));
                });
        return digests;
    }

    private static String digest(Block block) {
        MessageDigest digest = sha256();
        for (int i = 0; i < block.birth().units(); i++) {
            SerialNumber serial = block.at(i);
            String line = block.first().ordinal() + i + " " + serial.text() + " " + serial.normal();
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private void read(Block block, Retold.Rows are) {
        database.sql("""
            select s.ordinal, s.text, s.serial_normal
            from lots.lot l join lots.serial s on s.lot = l.key
            where l.birth = ?::uuid and l.first_ordinal = ? and l.voided_by is null
            """)
                .params(block.first().birth().toString(), block.first().ordinal())
                .query(row -> {
                    are.add(
                            block.seq(),
                            new LotId(block.first().birth(), row.getInt("ordinal")),
                            row.getString("text"),
                            row.getString("serial_normal"));
                });
    }
}
