package stemma.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Caller;
import stemma.access.Role;
import stemma.catalog.SheetError;
import stemma.exchange.DocumentFiles.Result;
import stemma.exchange.DocumentFiles.Sent;
import stemma.inquiry.SoupWorld;
import stemma.intake.Signing;
import stemma.sheets.SheetFormat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

class DocumentFilesTest {
    private static final SoupWorld PLANT = new SoupWorld();
    private static final DocumentFiles FILES = new DocumentFiles(
            PLANT.world.intake(),
            new Signing(PLANT.world.signatures(), PLANT.world.ledger(), PLANT.world.walls()),
            PLANT.world.lots());
    private static final String OPENING = "site,location,item,lot,quantity,expiry\n";
    private static final String RECEIPT =
            "receipt,supplier,site,location,item,lot,supplier_lot,quantity\n";
    private static final String SHIPMENT =
            "shipment,consignee,ship_to,site,location,item,lot,quantity\n";
    private static final String RUN = "run,direction,site,location,item,lot,quantity\n";
    private static Caller ivo;

    @BeforeAll
    static void people() {
        PLANT.person("ivo", Role.RECEIVING, Role.OPERATOR, Role.SHIPPING);
        ivo = PLANT.world
                .access()
                .sessions()
                .signIn("ivo", SoupWorld.PASSWORD, "t")
                .caller();
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void a_file_in_order_is_checked_then_recorded_and_sent_again_changes_nothing() {
        String file = OPENING
                + "HLF,CHILL,CARROT,OLD-1,100 kg,2026-12-31\n"
                + "HLF,DOCK,CARROT,OLD-2,250.5 kg,2027-01\n";
        assertThat(check(DocumentSheet.OPENING_STOCK, file)).isEqualTo(new Result.InOrder(2, 2, 0));
        assertThat(PLANT.world.lots().family(null, lot("OLD-1"))).isEmpty();
        assertThat(record(DocumentSheet.OPENING_STOCK, file))
                .isEqualTo(new Result.Recorded(2, 2, 0));
        assertThat(PLANT.world.lots().family(null, lot("OLD-1"))).hasSize(1);
        assertThat(record(DocumentSheet.OPENING_STOCK, file))
                .isEqualTo(new Result.InOrder(2, 0, 2));
        String more = file + "HLF,DOCK,CARROT,OLD-3,1 kg,\n";
        assertThat(record(DocumentSheet.OPENING_STOCK, more))
                .isEqualTo(new Result.Recorded(3, 1, 2));
        String other = more.replace("250.5 kg", "250 kg");
        assertThat(errors(record(DocumentSheet.OPENING_STOCK, other)))
                .containsExactly("3  event_id_reused");
    }

    @Test
    void one_bad_row_keeps_the_whole_file_out_and_every_bad_row_is_told() {
        String file = RECEIPT
                + "R-900,GROWCO,HLF,DOCK,CARROT,N-1,G-1,10 kg\n"
                + "R-900,GROWCO,HLF,DOCK,TURNIP,N-2,,10 kg\n"
                + "R-901,NOBODY,HLF,DOCK,CARROT,N-3,,ten\n"
                + "R-902,GROWCO,HLF,NOWHERE,CARROT,N-4,,10 kg\n"
                + "R-903,GROWCO,HLF,DOCK,CARROT,,,10 kg\n"
                + "R-904,GROWCO,HLF,DOCK,CARROT,N-6,,10 ea\n";
        assertThat(errors(record(DocumentSheet.RECEIPTS, file)))
                .containsExactly(
                        "3 item item_unknown",
                        "4 quantity quantity_invalid",
                        "5 location location_unknown",
                        "6 lot cell_missing",
                        "7 quantity unit_wrong");
        assertThat(PLANT.world.lots().family(null, lot("N-1"))).isEmpty();
    }

    @Test
    void rows_of_one_document_agree_on_what_is_said_of_the_whole() {
        String file = SHIPMENT
                + "S-900,METRO,M-1,HLF,CHILL,SOUP,S-1,1 ea\n"
                + "S-900,METRO,,HLF,CHILL,SOUP,S-1,1 ea\n";
        assertThat(errors(check(DocumentSheet.SHIPMENTS, file)))
                .containsExactly("3 ship_to document_heads_differ");
    }

    @Test
    void what_a_guard_refuses_is_told_and_may_be_stated_with_a_reason() {
        String file = SHIPMENT + "S-901,METRO,M-1,HLF,CHILL,SOUP,S-1,90000 ea\n";
        assertThat(errors(record(DocumentSheet.SHIPMENTS, file)))
                .containsExactly("2 lot not_enough");
        assertThat(FILES.take(
                        ivo,
                        new Sent(
                                DocumentSheet.SHIPMENTS,
                                bytes(file),
                                Sent.Wish.RECORD,
                                "paper of that day"),
                        (_, _, _) -> {}))
                .isEqualTo(new Result.Recorded(1, 1, 0));
    }

    @Test
    void a_run_takes_in_and_brings_out() {
        String file = RUN
                + "WO-900,in,HLF,DOCK,CARROT,C-7741,5 kg\n"
                + "WO-900,out,HLF,CHILL,PUREE,P-900,4 kg\n"
                + "WO-900,aside,HLF,CHILL,PUREE,P-901,4 kg\n";
        assertThat(errors(check(DocumentSheet.RUNS, file)))
                .containsExactly("4 direction word_unknown");
        String good = file.lines().limit(3).collect(joining("\n"));
        assertThat(record(DocumentSheet.RUNS, good)).isEqualTo(new Result.Recorded(2, 2, 0));
        assertThat(PLANT.world.lots().family(null, lot("P-900"))).hasSize(1);
    }

    @Test
    void what_one_document_of_a_file_makes_another_takes_in_whichever_order_they_stand() {
        String file = RUN
                + "WO-911,in,HLF,CHILL,PUREE,P-910,3 kg\n"
                + "WO-911,out,HLF,CHILL,SOUP,S-911,9 ea\n"
                + "WO-910,in,HLF,DOCK,CARROT,C-7741,4 kg\n"
                + "WO-910,out,HLF,CHILL,PUREE,P-910,3.5 kg\n";
        assertThat(check(DocumentSheet.RUNS, file)).isEqualTo(new Result.InOrder(4, 4, 0));
        assertThat(record(DocumentSheet.RUNS, file)).isEqualTo(new Result.Recorded(4, 4, 0));
        assertThat(record(DocumentSheet.RUNS, file)).isEqualTo(new Result.InOrder(4, 0, 4));
    }

    @Test
    void a_lot_of_a_refused_row_refuses_what_takes_it_and_all_is_sent_again_corrected() {
        String file = "document,receipt,supplier,run,direction,site,location,item,lot,quantity\n"
                + "receipt,R-920,GROWCO,,,HLF,NOWHERE,CARROT,C-920,10 kg\n"
                + "run,,,WO-920,in,HLF,DOCK,CARROT,C-920,4 kg\n"
                + "run,,,WO-920,out,HLF,CHILL,PUREE,P-920,3 kg\n"
                + "flight,,,,,HLF,CHILL,PUREE,P-921,3 kg\n"
                + "run,,,WO-921,,HLF,CHILL,PUREE,P-921,3 kg\n";
        assertThat(errors(record(DocumentSheet.DOCUMENTS, file)))
                .containsExactly(
                        "2 location location_unknown",
                        "3 lot lot_unknown",
                        "5 document word_unknown",
                        "6 direction cell_missing");
        assertThat(PLANT.world.lots().family(null, lot("P-920"))).isEmpty();
        String good = file.replace("NOWHERE", "DOCK").lines().limit(4).collect(joining("\n"));
        assertThat(record(DocumentSheet.DOCUMENTS, good)).isEqualTo(new Result.Recorded(3, 3, 0));
        assertThat(record(DocumentSheet.DOCUMENTS, good)).isEqualTo(new Result.InOrder(3, 0, 3));
    }

    @Test
    void a_number_that_may_mean_two_lots_is_never_guessed() {
        String file = RUN
                + "WO-930,out,HLF,CHILL,PUREE,P-930,3 kg\n"
                + "WO-931,out,HLF,CHILL,PUREE,P-930,3 kg\n"
                + "WO-932,in,HLF,CHILL,PUREE,P-930,1 kg\n"
                + "WO-933,out,HLF,CHILL,PUREE,P-1,3 kg\n"
                + "WO-934,in,HLF,CHILL,PUREE,P-1,1 kg\n";
        assertThat(errors(check(DocumentSheet.RUNS, file)))
                .contains("4 lot lot_ambiguous", "6 lot lot_ambiguous");
    }

    @Test
    void rows_of_one_document_at_two_moments_are_two_events() {
        String file = RECEIPT.strip() + ",when\n"
                + "R-940,GROWCO,HLF,DOCK,CARROT,N-940,,1 kg,2026-05-04T06:00:00Z\n"
                + "R-940,GROWCO,HLF,DOCK,CARROT,N-941,,1 kg,2026-05-04T07:00:00Z\n";
        assertThat(record(DocumentSheet.RECEIPTS, file)).isEqualTo(new Result.Recorded(2, 2, 0));
        assertThat(record(DocumentSheet.RECEIPTS, file)).isEqualTo(new Result.InOrder(2, 0, 2));
    }

    @Test
    void a_workbook_says_the_same_as_a_file_of_text() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SheetFormat.XLSX.write(
                Arrays.asList(OPENING.strip().split(",")),
                List.of(List.of("HLF", "DOCK", "CARROT", "03-04", "7 kg", "2026-11")),
                file);
        assertThat(FILES.take(
                        ivo,
                        new Sent(
                                DocumentSheet.OPENING_STOCK,
                                file.toByteArray(),
                                Sent.Wish.RECORD,
                                ""),
                        (_, _, _) -> {}))
                .isEqualTo(new Result.Recorded(1, 1, 0));
        assertThat(PLANT.world.lots().family(null, lot("03-04"))).hasSize(1);
    }

    @Test
    void headings_are_refused_by_name() {
        assertThat(errors(check(DocumentSheet.RUNS, "run,colour\nA,red\n")))
                .contains("1 colour column_unknown", "1 direction column_missing");
    }

    private static stemma.identifiers.LotNumber lot(String number) {
        return new stemma.identifiers.LotNumber(number);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static Result check(DocumentSheet kind, String file) {
        return FILES.take(ivo, new Sent(kind, bytes(file), Sent.Wish.CHECK, ""), (_, _, _) -> {});
    }

    private static Result record(DocumentSheet kind, String file) {
        return FILES.take(ivo, new Sent(kind, bytes(file), Sent.Wish.RECORD, ""), (_, _, _) -> {});
    }

    private static List<String> errors(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result)
                .errors().stream().map(DocumentFilesTest::told).toList();
    }

    private static String told(SheetError error) {
        return error.line() + " " + error.column() + " " + error.code();
    }
}
