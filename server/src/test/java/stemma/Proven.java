package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.journal.Checked;
import stemma.journal.Finding;
import stemma.journal.Rounds;

import java.util.List;
import java.util.Optional;

/** What the running checks say of a world, for tests that fill one. */
public final class Proven {
    private Proven() {}

    /** Returns how each rule of the rooms' tables stands, everything looked at. */
    public static List<Checked> of(World world) {
        Rounds rounds = new Rounds(world.clock(), Proving.ofTables(world), Optional.empty());
        rounds.whole();
        return rounds.checked();
    }

    /** Fails where any rule finds anything. */
    public static void requireWhole(World world) {
        var unused = world.sealer().seal();
        assertThat(of(world))
                .allSatisfy(rule -> assertThat(rule.findings())
                        .as(rule.word())
                        .filteredOn(Proven::isOfARecord)
                        .isEmpty());
    }

    /** A scenario signs by the name alone, without anybody who could give the signature. */
    static boolean isOfARecord(Finding finding) {
        return !finding.code().equals("signature_missing");
    }
}
