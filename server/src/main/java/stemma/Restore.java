package stemma;

import stemma.database.Database;
import stemma.database.RunningDatabase;
import stemma.exchange.Archive;
import stemma.journal.Keyring;
import stemma.journal.RestoreRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code restore}: fills an empty database with an archive, verbatim, and proves it. */
final class Restore implements Command {
    /** What is no event and yet belongs to the record; never a password, token or session. */
    static final List<String> TABLES = List.of(
            "access.person",
            "access.person_name",
            "access.assignment",
            "access.seat",
            "catalog.site",
            "catalog.location",
            "catalog.item",
            "catalog.conversion",
            "catalog.partner",
            "catalog.ship_to",
            "catalog.resource",
            "catalog.recipe",
            "catalog.recipe_line",
            "catalog.purchase_order",
            "catalog.purchase_order_line",
            "catalog.work_order",
            "catalog.sales_order",
            "catalog.sales_order_line",
            "catalog.number_series",
            "production.step_record",
            "receiving.supplier_document",
            "warehouse.count",
            "warehouse.count_line",
            "quality.specification",
            "quality.inspection",
            "quality.inspection_lot",
            "quality.result",
            "quality.retention",
            "certificates.certificate",
            "certificates.claim",
            "certificates.verification",
            "certificates.issued",
            "certificates.withdrawal",
            "upkeep.entry",
            "upkeep.requirement",
            "nonconformance.case_file",
            "nonconformance.entry",
            "nonconformance.subject",
            "nonconformance.complainant",
            "signatures.signature");

    /** What rests on lots, which are computed anew. */
    static final List<String> ON_TOP = List.of("stock.reservation");

    /** What is computed, stated in an archive for whoever checks it, and never restored. */
    static final List<String> STATED = List.of(
            "ledger.stated_corrected",
            "lots.stated_lot",
            "lots.stated_judgement",
            "stock.stated_balance",
            "stock.stated_range",
            "stock.stated_container",
            "stock.stated_hold",
            "genealogy.stated_link",
            "genealogy.stated_into",
            "genealogy.stated_flow");

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String purpose() {
        return "fill an empty database with an archive FILE and prove it";
    }

    @Override
    public String help() {
        return """
                bin/stemma restore [--data DIR] [--checkpoint NOTE] FILE

                Fills an empty database with an archive of export: same bytes, same positions, same
                roots; stock and genealogy are computed anew from them. All or nothing: what is not
                the archive that was signed is refused and leaves the database empty.

                  --checkpoint NOTE  a checkpoint kept elsewhere (a file of data/checkpoints, or one
                                     that was mailed); the archive must continue it. Without one, an
                                     archive that somebody made anew under a key of his own looks
                                     whole: compare the key printed with the one that you know.

                Passwords and tokens are in no archive. The next `bin/stemma serve` prints a
            one-time invitation for each administrator.\
            """;
    }

    @Override
    public int run(Options options) {
        Path file = Path.of(options.onlyFile());
        List<String> held =
                options.setting("checkpoint").map(Restore::read).stream().toList();
        try (RunningDatabase running = RunningDatabase.open(options.database())) {
            // The owner fills the tables, and all of it is one transaction.
            var owner = running.database().owner();
            World world = RunningServer.world(new Database(owner, owner, owner), options.data());
            Archive.Restored restored = new Archive(world.database(), TABLES, ON_TOP, STATED)
                    .restore(file, held, world);
            new Keyring(options.data()).verifying().keep(restored.keys());
            running.analyze();
            tell(restored);
            return DONE;
        } catch (RestoreRefused refused) {
            System.err.println(
                    "stemma: not restored: " + refused.getMessage() + " (" + refused.code() + ")");
            return REFUSED;
        }
    }

    private static void tell(Archive.Restored restored) {
        System.out.println(restored.proven().size()
                + " entries restored and proven by their last checkpoint, of "
                + restored.proven().at() + ".");
        restored.keys().forEach(key -> System.out.println("Signed by " + key));
        System.out.println("Start bin/stemma serve: it prints who may sign in, and how.");
    }

    private static String read(String note) {
        try {
            return Files.readString(Path.of(note));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
