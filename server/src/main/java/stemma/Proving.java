package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Structure;
import stemma.journal.Copies;
import stemma.journal.Invariant;
import stemma.journal.Keyring;
import stemma.journal.LogHolds;
import stemma.journal.OnlyAdded;
import stemma.journal.Rounds;
import stemma.journal.StructureHolds;
import stemma.journal.VerifyingKeys;
import stemma.lots.Lots;
import stemma.signatures.Signature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is proven of a record again and again, with what it keeps outside the database to do so. */
final class Proving {
    private Proving() {}

    /** Returns the rounds of a server, which keeps its files in the folder. */
    static Rounds rounds(World world, Path data) {
        return rounds(world, data, world.signatures()::isGiven);
    }

    static Rounds rounds(World world, Path data, Predicate<Signature> isGiven) {
        Rounds rounds = new Rounds(
                world.clock(),
                invariants(world, data, isGiven),
                Optional.of(data.resolve("proving.txt")));
        world.journal().provenBy(rounds);
        return rounds;
    }

    private static List<Invariant> invariants(
            World world, Path data, Predicate<Signature> isGiven) {
        Copies copies = new Copies(data.resolve("checkpoints"));
        VerifyingKeys keys = new Keyring(data).verifying();
        Structure structure = new Structure(world.database().owner());
        List<Invariant> all = new ArrayList<>();
        all.add(new LogHolds(world.journal(), keys::all, copies::notes));
        all.add(new StructureHolds(structure, data.resolve("structure.txt")));
        all.add(new OnlyAdded(world.database().app()));
        all.addAll(ofTables(world, isGiven));
        return all;
    }

    /**
     * Returns what must hold of the tables that rooms keep beside the journal.
     *
     * @param isGiven whether a signature in an event was given by who it says
     */
    static List<Invariant> ofTables(World world, Predicate<Signature> isGiven) {
        JdbcClient app = JdbcClient.create(world.database().app());
        List<Invariant> all = new ArrayList<>();
        all.add(world.audit().invariant());
        all.add(world.signatures().invariant());
        all.add(world.ledger().invariant(world.journal(), isGiven));
        all.add(Lots.invariant(app));
        all.addAll(world.stock().invariants());
        all.addAll(world.runs().invariants(world.journal(), world.ledger().history()));
        all.add(world.genealogy().invariant(app));
        all.add(world.workOrders().invariant(world.journal()));
        return all;
    }
}
