package stemma.printing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailPage;
import stemma.audit.TrailQuery;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.Entry;
import stemma.printing.store.PrintedTable;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.signatures.Digest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The entry to the room: prints labels and papers and keeps what was printed. The first print of a
 * subject needs no reason; every later one does ({@code reprint_reason_missing}) and goes on
 * counting copies. Refused also with {@code permission_missing}, {@code labels_too_many},
 * {@code labels_missing}.
 */
public final class Printing {
    /** The most labels that are printed at once, copies included. */
    public static final int MOST_LABELS = 1_000;

    private static final String ACTION = "printed";
    private static final String PAPER = "paper";
    static final String VERSION = Optional.ofNullable(
                    Printing.class.getPackage().getImplementationVersion())
            .orElse("development build");
    private static final int SHOWN = 100;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH);

    private final TransactionTemplate transactions;
    private final Audit audit;
    private final PrintedTable table;

    public Printing(JdbcClient app, TransactionTemplate transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
        this.table = new PrintedTable(app);
    }

    /** Draws a label for the screen, marked as a preview; nothing is kept. */
    public static String preview(Label label) {
        return LabelSvg.of(List.of(Layout.of(label, "preview, not a printed label")));
    }

    /** Prints labels, each as often as asked, and keeps that they were printed. */
    public Printout print(Caller caller, List<Label> labels, PrintAsked asked) {
        refuseTooMany(labels.size(), asked.copies());
        for (Label label : labels)
            if (label.site() == null) caller.require(Permission.PRINT);
            else caller.require(Permission.PRINT, label.site());
        return Objects.requireNonNull(
                transactions.execute(_ -> kept(caller.author(), labels, asked)));
    }

    /**
     * Prints a paper on A4 or Letter and keeps that it was printed; a paper needs no reason to be
     * printed again. {@code time} is that of the site.
     */
    public Printout print(Caller caller, Paper paper, Media media, SiteTime time) {
        caller.require(Permission.PRINT);
        if (media == Media.ROLL)
            throw new Refused(Problem.of("choice_unknown", 422, "Papers are a4 or letter.")
                    .notRecording("Nothing was printed.")
                    .with("field", "media"));
        PaperPdf.Text text = PaperPdf.text(paper);
        return Objects.requireNonNull(transactions.execute(_ -> {
            Printed print = keep(caller.author(), paper, text.digest(), media);
            String foot = text.foot(print.at(), time, caller.person().printedName(), VERSION);
            String name = paper.title().toLowerCase(Locale.ROOT).replace(' ', '-');
            return new Printout(
                    Format.PDF.mediaType(),
                    name + "-" + print.id() + ".pdf",
                    PaperPdf.of(text, foot, media),
                    List.of(print));
        }));
    }

    /**
     * Keeps that a paper was handed out whose bytes were made before and are the same each time:
     * which copy it is, to whom, and the digest of the bytes.
     */
    public Printed handedOut(Author author, Paper paper, Digest bytes) {
        return Objects.requireNonNull(
                transactions.execute(_ -> keep(author, paper, bytes, Media.A4)));
    }

    private Printed keep(Author author, Paper paper, Digest digest, Media media) {
        String subject = subject(paper);
        table.takeTurn(PAPER, subject);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("kind", PAPER).put("subject", subject).put("title", paper.subject());
        told.put("format", Format.PDF.word());
        told.put("firstCopy", table.copiesSoFar(PAPER, subject) + 1).put("copies", 1);
        told.put("digest", digest.text());
        ObjectNode content = told.putObject("content");
        content.put("query", paper.query()).put("media", media.word());
        if (!paper.addressee().isEmpty()) content.put("addressee", paper.addressee());
        return keep(author, told, Optional.empty());
    }

    private static void refuseTooMany(int labels, int copies) {
        if (labels == 0)
            throw new Refused(Problem.of("labels_missing", 404, "There is nothing to label.")
                    .advising("Name a lot, a unit, a container, a location or an entry."));
        if (labels * copies > MOST_LABELS)
            throw new Refused(Problem.of(
                            "labels_too_many",
                            422,
                            "At most " + MOST_LABELS + " labels are printed at once.")
                    .advising("Print them in parts.")
                    .with("labels", String.valueOf(labels * copies)));
    }

    private Printout kept(Author author, List<Label> labels, PrintAsked asked) {
        labels.stream()
                .sorted(Comparator.comparing(Label::kind).thenComparing(Label::subject))
                .forEach(label -> table.takeTurn(label.kind().word(), label.subject()));
        List<Printed> printed = new ArrayList<>();
        List<Drawing> drawings = new ArrayList<>();
        for (Label label : labels) {
            Printed print = keep(author, label, asked);
            printed.add(print);
            for (int copy = print.firstCopy(); copy <= print.copiesSoFar(); copy++)
                drawings.add(Layout.of(label, foot(print, copy)));
        }
        String name = "labels-" + printed.getFirst().id() + "." + asked.format().word();
        return new Printout(asked.format().mediaType(), name, drawn(drawings, asked), printed);
    }

    private static String foot(Printed print, int copy) {
        String again = print.reason() == null ? "" : ", printed again";
        String at = MINUTE.format(print.at().atOffset(ZoneOffset.UTC));
        return "label " + print.id() + " · copy " + copy + again + " · " + at;
    }

    private static byte[] drawn(List<Drawing> drawings, PrintAsked asked) {
        return switch (asked.format()) {
            case PDF -> LabelPdf.of(drawings, asked.media());
            case SVG -> LabelSvg.of(drawings).getBytes(StandardCharsets.UTF_8);
            case ZPL -> {
                StringBuilder zpl = new StringBuilder();
                drawings.forEach(drawing -> zpl.append(LabelZpl.of(drawing)));
                yield zpl.toString().getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private Printed keep(Author author, Label label, PrintAsked asked) {
        String kind = label.kind().word();
        int before = table.copiesSoFar(kind, label.subject());
        if (before > 0 && asked.reason().isEmpty())
            throw new Refused(Problem.of(
                            "reprint_reason_missing",
                            422,
                            "A label for " + label.number() + " was printed before.")
                    .notRecording("Nothing was printed.")
                    .advising("Say why it is printed again: damaged, lost, wrong or more.")
                    .with("subject", label.subject())
                    .with("field", "reason"));
        ObjectNode content = LabelJson.of(label);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("kind", kind).put("subject", label.subject()).put("title", label.number());
        told.put("format", asked.format().word());
        told.put("firstCopy", before + 1).put("copies", asked.copies());
        told.put("digest", Digest.of(CanonicalJson.bytes(content)).text());
        told.set("content", content);
        return keep(author, told, before > 0 ? asked.reason() : Optional.empty());
    }

    private Printed keep(Author author, ObjectNode told, Optional<ReprintReason> reason) {
        String subject = told.get("kind").asString() + " " + told.get("subject").asString();
        String word = reason.map(ReprintReason::word).orElse(null);
        Entry entry = audit.record(author, ACTION, subject, null, told, word);
        PrintedTable.Row row = row(entry.seq(), author.actor(), entry.recordedAt(), told, word);
        table.add(row, reason.map(ReprintReason::replaces).orElse(false));
        return printed(row);
    }

    private static PrintedTable.Row row(
            long seq, ActorId actor, Instant at, JsonNode told, @Nullable String reason) {
        return new PrintedTable.Row(
                seq,
                told.get("kind").asString(),
                told.get("subject").asString(),
                told.get("title").asString(),
                told.get("format").asString(),
                told.get("firstCopy").asInt(),
                told.get("copies").asInt(),
                reason,
                actor.code(),
                at.atOffset(ZoneOffset.UTC),
                told.get("digest").asString(),
                new String(CanonicalJson.bytes(told.get("content")), StandardCharsets.UTF_8),
                null);
    }

    /** Returns the print that bears the id, which stands on the label. */
    public Printed printed(long id) {
        return table.byId(id).stream()
                .findFirst()
                .map(Printing::printed)
                .orElseThrow(() -> new Refused(
                        Problem.of("label_unknown", 404, "Nothing was printed as " + id + ".")
                                .notRecording("")
                                .with("label", String.valueOf(id))));
    }

    /** Returns the latest prints of a subject, the latest first, 100 at most. */
    public List<Printed> of(LabelKind kind, String subject) {
        return table.of(kind.word(), subject, SHOWN).stream()
                .map(Printing::printed)
                .toList();
    }

    /** Returns the latest print of a paper that names this addressee, or none where it is empty. */
    public Optional<Printed> latest(String title, String subject, String addressee) {
        return table.latest(PAPER, title + " " + subject, addressee).map(Printing::printed);
    }

    /** Returns the digest of a paper's text, as its print keeps it; nothing is printed. */
    public Digest digest(Paper paper) {
        return PaperPdf.text(paper).digest();
    }

    private static String subject(Paper paper) {
        return paper.title() + " " + paper.subject();
    }

    private static Printed printed(PrintedTable.Row row) {
        return new Printed(
                row.id(),
                row.kind(),
                row.subject(),
                row.title(),
                row.format(),
                row.firstCopy(),
                row.copies(),
                row.reason() == null ? null : ReprintReason.of(row.reason()),
                ActorId.of(row.actor()),
                row.at(),
                new Digest(row.digest()),
                row.content(),
                row.deadBy());
    }

    /** Computes the table from the audit trail, into an empty one; for a restored journal. */
    public void rebuild() {
        TrailQuery query = TrailQuery.all()
                .doing(ACTION)
                .refusals(TrailQuery.Refusals.WITHOUT)
                .limit(TrailQuery.MOST);
        Optional<TrailQuery> next = Optional.of(query);
        while (next.isPresent()) {
            TrailPage page = audit.trail(next.get());
            page.entries().forEach(this::restore);
            next = page.next().map(query::after);
        }
    }

    private void restore(AuditEntry entry) {
        if (!(entry instanceof AuditEntry.Changed print) || print.after() == null) return;
        String reason = print.reason();
        PrintedTable.Row row =
                row(print.seq(), print.author().actor(), print.recordedAt(), print.after(), reason);
        table.add(row, reason != null && ReprintReason.of(reason).replaces());
    }
}
