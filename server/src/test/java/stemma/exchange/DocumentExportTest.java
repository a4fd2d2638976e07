package stemma.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.World;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Role;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Catalog;
import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.exchange.DocumentFiles.Result;
import stemma.exchange.DocumentFiles.Sent;
import stemma.identifiers.ActorId;
import stemma.inquiry.SoupWorld;
import stemma.intake.Signing;
import stemma.journal.Author;
import stemma.sheets.SheetFormat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class DocumentExportTest {
    private static final Author ADA = new Author(ActorId.of("ada"), "s", "test");
    private static final SoupWorld OLD = new SoupWorld();
    private static final Database FRESH = TestDatabases.fresh();
    private static final World NEW = World.open(FRESH, () -> OLD.now.plusSeconds(60));

    @AfterAll
    static void close() {
        OLD.close();
        FRESH.close();
    }

    @Test
    void what_goes_out_comes_in_elsewhere_and_goes_out_the_same() {
        Caller ivo = person(OLD.world);
        assertThat(take(OLD.world, ivo, bytes("""
                document,receipt,supplier,run,direction,shipment,consignee,site,location,item,lot,\
                supplier_lot,quantity,expiry,origin,when
                opening,,,,,,,HLF,DOCK,CARROT,OLD-1,,7 kg,2026-12,"Zeeland, NL",
                receipt,R-9,GROWCO,,,,,HLF,DOCK,CARROT,C-9,G/9,100 kg,2026-07-01,,\
                2026-05-04T08:00:00+02:00
                receipt,R-9,GROWCO,,,,,HLF,DOCK,CARROT,C-10,,50.5 kg,,,\
                2026-05-04T09:00:00+02:00/2026-05-04T09:30:00+02:00
                run,,,WO-9,in,,,HLF,DOCK,CARROT,C-9,,60 kg,,,2026-05-04T10:00:00+02:00
                run,,,WO-9,out,,,HLF,CHILL,PUREE,P-9,,55 kg,,,2026-05-04T11:00:00+02:00
                shipment,,,,,SH-9,CORNER,HLF,CHILL,PUREE,P-9,,5 kg,,,2026-05-04T12:00:00+02:00
                """))).isEqualTo(new Result.Recorded(6, 6, 0));
        copyMasters(OLD.world.catalog(), NEW.catalog());
        byte[] out = file(OLD.world, DocumentSheet.DOCUMENTS, SheetFormat.CSV);
        assertThat(new String(out, StandardCharsets.UTF_8).lines().count()).isEqualTo(16);

        Caller other = person(NEW);
        assertThat(take(NEW, other, out)).isInstanceOf(Result.Recorded.class);
        assertThat(new String(
                        file(NEW, DocumentSheet.DOCUMENTS, SheetFormat.CSV),
                        StandardCharsets.UTF_8))
                .isEqualTo(new String(out, StandardCharsets.UTF_8));
        assertThat(take(NEW, other, file(OLD.world, DocumentSheet.DOCUMENTS, SheetFormat.XLSX)))
                .isInstanceOfSatisfying(
                        Result.InOrder.class, all -> assertThat(all.fresh()).isZero());
        for (DocumentSheet kind : DocumentSheet.values())
            assertThat(file(NEW, kind, SheetFormat.CSV))
                    .isEqualTo(file(OLD.world, kind, SheetFormat.CSV));
    }

    private static byte[] file(World world, DocumentSheet kind, SheetFormat format) {
        var exported = world.fileExport().of(kind);
        assertThat(exported.leftOut()).isZero();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(kind.columns(), exported.rows(), file);
        return file.toByteArray();
    }

    private static Result take(World world, Caller by, byte[] file) {
        return new DocumentFiles(
                        world.intake(),
                        new Signing(world.signatures(), world.ledger(), world.walls()),
                        world.lots())
                .take(
                        by,
                        new Sent(DocumentSheet.DOCUMENTS, file, Sent.Wish.RECORD, ""),
                        (_, _, _) -> {});
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static Caller person(World world) {
        List<Assignment> roles = List.of(
                Assignment.everywhere(Role.RECEIVING),
                Assignment.everywhere(Role.OPERATOR),
                Assignment.everywhere(Role.SHIPPING));
        var invitation = world.access()
                .people()
                .add(ADA, new NewPerson(ActorId.of("ivo"), "ivo", "Ivo Example", roles));
        return world.access()
                .acceptInvitation(invitation.secret(), SoupWorld.PASSWORD, "test")
                .caller();
    }

    private static void copyMasters(Catalog from, Catalog to) {
        List<Master> masters = new ArrayList<>();
        for (MasterKind kind : MasterKind.values())
            from.page(kind, MasterQuery.ALL).rows().forEach(row -> masters.add(row.master()));
        assertThat(to.amend(Amendment.of(masters, "the same masters"), ADA))
                .isInstanceOf(AmendmentAnswer.Amended.class);
    }
}
