package stemma.nonconformance;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.documents.Documents;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.Way;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.nonconformance.store.CaseTable;
import stemma.nonconformance.store.FigureTable;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Digest;
import stemma.signatures.Offered;
import stemma.signatures.Signature;
import stemma.stock.Stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The entry to the room: opens cases, takes entries, answers work lists. An entry names the
 * revision that was seen, so that of two made at once the second is refused; what is signed is the
 * digest of everything entered so far and of the entry itself.
 */
public final class Cases {
    private final TransactionTemplate transactions;
    private final Catalog catalog;
    private final Audit audit;
    private final WorldClock clock;
    private final EventIds ids;
    private final CaseTable table;
    private final FigureTable figures;
    private final CaseSubjects subjects;
    private final Function<Question, Trace> genealogy;

    /** The rooms of truth in which a case finds what it is about. */
    public record Rooms(
            Catalog catalog,
            Lots lots,
            Stock stock,
            Documents documents,
            Function<Question, Trace> genealogy) {}

    public Cases(
            Rooms rooms,
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock,
            EventIds ids) {
        this.transactions = transactions;
        this.catalog = rooms.catalog();
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.genealogy = rooms.genealogy();
        this.table = new CaseTable(database);
        this.figures = new FigureTable(database);
        this.subjects =
                new CaseSubjects(catalog, rooms.lots(), rooms.stock(), rooms.documents(), table);
    }

    /**
     * Opens a case under the next number of its kind and year. Refused with {@code site_unknown},
     * {@code text_missing}, {@code text_too_long}, {@code subject_unknown}, {@code subject_missing}
     * or {@code day_invalid}.
     */
    public CaseFile open(Author author, CaseEntry.Opened said, @Nullable Complainant complainant) {
        if (catalog.sites(List.of(said.site())).isEmpty())
            throw CaseRules.wrong("site_unknown", "site", "There is no site " + said.site() + ".");
        CaseRules.opening(said);
        List<CaseSubject> about = subjects.known(said.subjects());
        String salt = ids.next().toString();
        Complaint complaint = said.complaint() == null || complainant == null
                ? said.complaint()
                : said.complaint().by(complainant.digest(salt).text());
        CaseEntry.Opened opened = new CaseEntry.Opened(
                said.kind(),
                said.site(),
                said.title().strip(),
                said.account(),
                said.foundOn(),
                said.foundAt(),
                said.foundBy(),
                said.severity(),
                said.owner(),
                said.due(),
                about,
                complaint,
                said.instruction());
        readable(opened);
        Entered first = new Entered(1, now(), author.actor(), opened);
        int year = first.at().atZone(zone(said.site())).getYear();
        return done(transactions.execute(_ -> {
            int ordinal = table.next(said.kind(), year);
            String number = "%s-%d-%04d".formatted(said.kind().prefix(), year, ordinal);
            CaseFile file = CaseFile.of(number, List.of(first));
            table.add(file, year, ordinal);
            if (complainant != null && complaint != null) table.keep(number, salt, complainant);
            audit.record(author, "case_opened", number, null, CaseJson.of(opened), said.account());
            return file;
        }));
    }

    /** Signs what is shown, as that person; the digest is of exactly what is signed. */
    @FunctionalInterface
    public interface Signing {
        Offered offer(Digest shown);
    }

    /**
     * Takes an entry in a case of which that revision was seen. Refused with {@code case_unknown},
     * {@code case_changed}, {@code signature_missing}, or by the rules of the entry.
     */
    public CaseFile enter(
            Author author, String number, int revision, CaseEntry said, Optional<Signing> signing) {
        CaseFile file = file(number);
        if (file.revision() != revision) throw changed(file);
        CaseRules.check(file, said);
        CaseEntry entry = said instanceof CaseEntry.Tied(var more, var words)
                ? new CaseEntry.Tied(subjects.known(more), words)
                : said;
        if (!(entry instanceof CaseEntry.Closed) && !(entry instanceof CaseEntry.Checked))
            return take(author, file, entry, Optional.empty());
        Offered offered = offered(file, unsigned(entry), signing);
        CaseEntry signed = bearing(entry, offered.signature());
        return take(author, file, signed, Optional.of(offered));
    }

    private static CaseEntry unsigned(CaseEntry entry) {
        return bearing(entry, null);
    }

    private static CaseEntry bearing(CaseEntry entry, @Nullable Signature signature) {
        if (entry instanceof CaseEntry.Checked(var effect, var words, var _))
            return new CaseEntry.Checked(effect, words, signature);
        if (entry instanceof CaseEntry.Closed(var words, var _))
            return new CaseEntry.Closed(words, signature);
        return entry;
    }

    private static Offered offered(CaseFile file, CaseEntry unsigned, Optional<Signing> signing) {
        if (signing.isEmpty())
            throw new Refused(Problem.of("signature_missing", 422, "This is signed.")
                    .advising("Give your password to sign it."));
        Offered offered = signing.get().offer(Digest.of(CaseJson.signed(file, unsigned)));
        CaseRules.signer(file, unsigned, offered.signature().signer());
        return offered;
    }

    /** What could not be read again, such as a character no screen shows, is not kept. */
    private static void readable(CaseEntry entry) {
        if (!CaseJson.read(CaseJson.of(entry)).equals(entry))
            throw new IllegalStateException("an entry reads back as another");
    }

    private CaseFile take(
            Author author, CaseFile before, CaseEntry entry, Optional<Offered> signature) {
        readable(entry);
        Entered entered = new Entered(before.revision() + 1, now(), author.actor(), entry);
        CaseFile after = before.with(entered);
        return done(transactions.execute(_ -> {
            if (!table.enter(before, after)) throw changed(file(before.number()));
            if (entry instanceof CaseEntry.ComplainantErased) table.forget(before.number());
            signature.ifPresent(Offered::give);
            audit.record(
                    author,
                    "case_entry",
                    before.number(),
                    CaseJson.of(before.head()),
                    CaseJson.of(after.head()).set("entered", CaseJson.of(entry)),
                    reason(entry));
            return after;
        }));
    }

    private static @Nullable String reason(CaseEntry entry) {
        return switch (entry) {
            case CaseEntry.Amended amended -> amended.reason();
            case CaseEntry.Reopened reopened -> reopened.reason();
            case CaseEntry.ComplainantErased erased -> erased.reason();
            case CaseEntry.Opened _,
                    CaseEntry.Tied _,
                    CaseEntry.Assessed _,
                    CaseEntry.Investigated _,
                    CaseEntry.Decided _,
                    CaseEntry.ActionPlanned _,
                    CaseEntry.ActionDone _,
                    CaseEntry.CheckPlanned _,
                    CaseEntry.Checked _,
                    CaseEntry.Replied _,
                    CaseEntry.Closed _ -> null;
        };
    }

    /** Returns a case with everything entered in it; refused with {@code case_unknown}. */
    public CaseFile file(String number) {
        return table.file(number).orElseThrow(() -> unknown(number));
    }

    /** Returns it for one who may see it; of another site it is as one that does not exist. */
    public CaseFile file(Caller caller, String number) {
        CaseFile file = file(number);
        if (!caller.may(Permission.SEE_RECORD, file.opened().site())) throw unknown(number);
        return file;
    }

    /** Returns who complained, unless that was erased or never known. */
    public Optional<Complainant> complainant(String number) {
        return table.complainant(number);
    }

    /** Says whether what was signed by that entry is what stands there now. */
    public boolean isIntact(CaseFile file, int ordinal) {
        CaseEntry entry = file.entries().get(ordinal - 1).entry();
        Optional<Signature> signature = CaseEntry.signature(entry);
        if (signature.isEmpty()) return false;
        CaseFile then = CaseFile.of(file.number(), file.entries().subList(0, ordinal - 1));
        return Digest.of(CaseJson.signed(then, unsigned(entry)))
                .text()
                .equals(signature.get().digest());
    }

    /** Returns one page of a work list. */
    public CasePage list(CaseQuery query) {
        LocalDate today = today(query.site());
        return new CasePage(query, table.list(query, today), table.count(query, today), today);
    }

    /** Returns for each of these lots the cases about it, its family or units of it. */
    public Map<LotId, List<CaseHead>> on(Collection<Lot> lots, CaseQuery.Standing standing) {
        return table.on(lots, standing);
    }

    /**
     * Returns the cases about what went into these lots and what came of them, without their own:
     * one question for each direction, however many lots the traces reach.
     */
    public List<CaseAround> around(List<Portion> roots, Predicate<SiteCode> seen) {
        List<CaseAround> around = new ArrayList<>();
        around(Question.backward(roots), seen, around);
        around(Question.forward(roots), seen, around);
        return around;
    }

    private void around(Question question, Predicate<SiteCode> seen, List<CaseAround> around) {
        Map<LotId, Lot> reached = new LinkedHashMap<>();
        for (Reached lot : genealogy.apply(question).lots())
            if (lot.way() != Way.ROOT) reached.putIfAbsent(lot.lot().id(), lot.lot());
        Map<LotId, List<CaseHead>> found = on(reached.values(), CaseQuery.Standing.ANY);
        reached.forEach((id, lot) -> {
            for (CaseHead head : found.getOrDefault(id, List.of()))
                if (seen.test(head.site()))
                    around.add(new CaseAround(head, lot, question.direction()));
        });
    }

    /** Returns what the cases of a company come to, at the sites that may be seen. */
    public CaseFigures figures(Optional<List<SiteCode>> seen) {
        return figures.figures(seen, today(Optional.empty()));
    }

    /** Returns the day it is at a site, or at the only one. */
    public LocalDate today(Optional<SiteCode> site) {
        Function<SiteCode, ZoneId> zone = this::zone;
        ZoneId here =
                site.map(zone).or(() -> catalog.onlySite().map(Site::zone)).orElse(ZoneOffset.UTC);
        return clock.now().atZone(here).toLocalDate();
    }

    private ZoneId zone(SiteCode code) {
        Site site = catalog.sites(List.of(code)).get(code);
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static CaseFile done(@Nullable CaseFile file) {
        return java.util.Objects.requireNonNull(file);
    }

    private static Refused unknown(String number) {
        return Refused.of("case_unknown", 404, "There is no case " + number + ".");
    }

    private static Refused changed(CaseFile file) {
        return new Refused(Problem.of(
                        "case_changed",
                        409,
                        "Somebody entered something in " + file.number() + " since you saw it.")
                .advising("Look at it again, then enter it.")
                .with("revision", Integer.toString(file.revision())));
    }
}
