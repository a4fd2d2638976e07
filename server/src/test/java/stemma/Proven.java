package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.journal.Checked;
import stemma.journal.Invariant;
import stemma.journal.Rounds;
import stemma.signatures.Signature;

import java.util.List;
import java.util.Optional;

/** What the running checks say of a world, for tests that fill one. */
public final class Proven {
    private Proven() {}

    /** Returns how each rule of the rooms' tables stands, everything looked at. */
    public static List<Checked> of(World world) {
        List<Invariant> rules = Proving.ofTables(world, Proven::isBelieved);
        Rounds rounds = new Rounds(world.clock(), rules, Optional.empty());
        rounds.whole();
        return rounds.checked();
    }

    /** Fails where any rule finds anything. */
    public static void requireWhole(World world) {
        var unused = world.sealer().seal();
        assertThat(of(world))
                .allSatisfy(rule -> assertThat(rule.findings()).as(rule.word()).isEmpty());
    }

    /** A scenario signs by the name alone, without anybody who could give the signature. */
    static boolean isBelieved(Signature signature) {
        return !signature.name().isEmpty();
    }
}
