package stemma.certificates;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Partner;
import stemma.catalog.Site;
import stemma.certificates.store.CertificateTable;
import stemma.documents.Documents;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.ExternalLot;
import stemma.ledger.Ledger;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Stock;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The entry to the room: keeps papers with what they claim, each change with its line in the audit
 * trail, and says which lots of ours rest on them and which papers a lot rests on.
 */
public final class Certificates {
    private static final String OF = " of ";

    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Catalog catalog;
    private final WorldClock clock;
    private final CertificateTable table;
    private final Binding binding;

    public Certificates(
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            Catalog catalog,
            Rooms rooms,
            WorldClock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.catalog = catalog;
        this.clock = clock;
        this.table = new CertificateTable(database);
        this.binding = new Binding(rooms.lots(), rooms.stock(), rooms.documents(), rooms.ledger());
    }

    /** The rooms of truth that say which lots there are. */
    public record Rooms(Lots lots, Stock stock, Documents documents, Ledger ledger) {}

    /**
     * Keeps a paper once, however often it is sent. Refused with {@code certificate_exists} where
     * its issuer has another paper of that number here or the id bears other content,
     * {@code site_unknown}, {@code partner_unknown}, {@code item_unknown}, {@code claim_missing},
     * {@code validity_invalid}, {@code quantity_invalid}.
     */
    public KeptCertificate enter(Author author, Certificate paper) {
        check(paper);
        return inTurn(() -> {
            Optional<KeptCertificate> known = find(paper.id());
            if (known.isPresent() && known.get().paper().equals(paper)) return known.get();
            if (!table.add(paper, author.actor(), clock.now())) throw exists(paper);
            audit.record(
                    author,
                    "certificate_entered",
                    subject(paper),
                    null,
                    CertificateText.json(paper),
                    null);
            return one(paper.id());
        });
    }

    /**
     * Puts what a paper says right; what stood there before is in the audit trail. Refused as
     * {@link #enter} is, and with {@code reason_missing} and {@code certificate_unknown}.
     */
    public KeptCertificate amend(Author author, Certificate paper, String reason) {
        if (reason.isBlank())
            throw refused("reason_missing", 409, "reason", "Say why the paper's entry is changed.");
        check(paper);
        return inTurn(() -> {
            table.lock(paper.id());
            Certificate before = one(paper.id()).paper();
            boolean isTaken = table.byNumber(paper.number().code()).stream()
                    .anyMatch(other -> !other.id().equals(paper.id())
                            && isSame(
                                    other.paper().issuer().code(),
                                    paper.issuer().code()));
            if (isTaken) throw exists(paper);
            if (before.equals(paper)) return one(paper.id());
            table.replace(paper);
            audit.record(
                    author,
                    "certificate_amended",
                    subject(paper),
                    CertificateText.json(before),
                    CertificateText.json(paper),
                    reason.strip());
            return one(paper.id());
        });
    }

    /**
     * Keeps what was found out about a paper: confirmed, refuted or revoked, and how it is known.
     * Refused with {@code certificate_unknown}, {@code verification_how_missing}.
     */
    public KeptCertificate verify(
            Author author, EventId certificate, Verification.Outcome outcome, String how) {
        if (how.isBlank())
            throw wrong(
                    "verification_how_missing",
                    "how",
                    "Say how it is known: whom you asked, by what, and what was answered.");
        return inTurn(() -> {
            table.lock(certificate);
            KeptCertificate before = one(certificate);
            Verification found =
                    new Verification(outcome, how.strip(), author.actor(), clock.now());
            table.add(certificate, found);
            audit.record(
                    author,
                    "certificate_" + outcome.name().toLowerCase(java.util.Locale.ROOT),
                    subject(before.paper()),
                    CertificateText.json(before),
                    CertificateText.json(found),
                    how.strip());
            return one(certificate);
        });
    }

    public Optional<KeptCertificate> find(EventId certificate) {
        return table.byId(List.of(certificate)).stream().findFirst();
    }

    /** Returns those of the papers that are kept. */
    public List<KeptCertificate> kept(Collection<EventId> certificates) {
        return certificates.isEmpty() ? List.of() : table.byId(List.copyOf(certificates));
    }

    /** Returns the paper; refused with {@code certificate_unknown}. */
    public KeptCertificate one(EventId certificate) {
        return find(certificate).orElseThrow(() -> unknown(certificate.toString()));
    }

    /** Returns the refusal of a paper that there is not, or that the caller may not see. */
    public static Refused unknown(String certificate) {
        return new Refused(Problem.of(
                        "certificate_unknown", 404, "There is no certificate " + certificate + ".")
                .advising("Look for it among the certificates by number, issuer or lot.")
                .with("certificate", certificate));
    }

    /**
     * Returns the papers of a number, written {@code NUMBER}, or {@code NUMBER of ISSUER} where
     * more than one issuer uses it.
     */
    public List<KeptCertificate> numbered(String text) {
        List<KeptCertificate> found = table.byNumber(text);
        int of = text.lastIndexOf(OF);
        if (!found.isEmpty() || of < 1) return found;
        String issuer = text.substring(of + OF.length()).strip();
        return table.byNumber(text.substring(0, of).strip()).stream()
                .filter(one -> isSame(one.paper().issuer().code(), issuer))
                .toList();
    }

    /** Returns the papers of these sites that are as asked. */
    public CertificatePage page(CertificateQuery asked, Set<SiteCode> sites) {
        return table.page(asked, sites, today());
    }

    /** Returns the papers that came with a receipt. */
    public List<KeptCertificate> ofReceipt(DocumentCode receipt) {
        return table.ofReceipt(receipt.code());
    }

    /** Returns every lot of ours that a paper speaks of, claim by claim. */
    public List<Covered> covered(Collection<KeptCertificate> certificates) {
        return binding.of(certificates);
    }

    /** Returns which lots and units rest on the papers of a number. */
    public List<Portion> portions(String number) {
        Set<Portion> portions = new TreeSet<>();
        covered(numbered(number)).forEach(one -> portions.add(one.portion()));
        return List.copyOf(portions);
    }

    /** Returns the papers that speak of these lots, with the claim that does. */
    public List<Covered> of(Collection<Lot> lots) {
        Set<String> texts = new TreeSet<>();
        for (Lot lot : lots) {
            texts.add(lot.number().normal());
            for (ExternalLot number : lot.passport().externalLots())
                texts.add(LotNumber.normal(number.text()));
        }
        Set<Portion> asked = new TreeSet<>();
        lots.forEach(lot -> asked.add(lot.span()));
        return covered(table.claiming(texts)).stream()
                .filter(one -> asked.contains(one.lot().span()))
                .toList();
    }

    /** Returns what papers say against one another and against the record. */
    public PaperChecks checks() {
        List<KeptCertificate> every = table.every();
        return PaperChecks.of(every, binding.of(every), today());
    }

    /** Returns the day at the plant, by which papers end. */
    public LocalDate today() {
        return catalog.onlySite()
                .map(site -> clock.now().atZone(site.zone()).toLocalDate())
                .orElseGet(() -> clock.now().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private void check(Certificate paper) {
        // What was calibrated under it is told where the equipment is kept up.
        if (paper.claims().isEmpty() && paper.kind() != CertificateKind.CALIBRATION)
            throw wrong("claim_missing", "claims", "A certificate speaks of some lot or unit.");
        LocalDate until = paper.validUntil();
        if (until != null && until.isBefore(paper.issuedOn()))
            throw wrong(
                    "validity_invalid",
                    "validUntil",
                    "The paper would end on " + until + ", before it was issued on "
                            + paper.issuedOn() + ".");
        List<MasterKey> asked = new ArrayList<>();
        asked.add(Site.key(paper.site()));
        asked.add(Partner.key(paper.issuer()));
        for (Claim claim : paper.claims()) {
            asked.add(Partner.key(claim.issuer()));
            if (claim.item() != null) asked.add(Item.key(claim.item()));
            if (claim.quantity() != null && !claim.quantity().isPositive())
                throw wrong(
                        "quantity_invalid",
                        "quantity",
                        "A paper covers more than nothing of " + claim.text() + ".");
        }
        Masters masters = catalog.masters(asked);
        if (masters.site(paper.site()).isEmpty())
            throw wrong("site_unknown", "site", "There is no site " + paper.site() + ".");
        if (masters.partner(paper.issuer()).isEmpty())
            throw noPartner(paper.issuer().code());
        for (Claim claim : paper.claims()) {
            if (masters.partner(claim.issuer()).isEmpty())
                throw noPartner(claim.issuer().code());
            if (claim.item() != null && masters.item(claim.item()).isEmpty())
                throw wrong("item_unknown", "item", "There is no item " + claim.item() + ".");
        }
    }

    private static Refused noPartner(String code) {
        return refused("partner_unknown", 409, "issuer", "There is no partner " + code + ".");
    }

    private static Refused exists(Certificate paper) {
        return new Refused(Problem.of(
                        "certificate_exists",
                        409,
                        paper.issuer() + "'s certificate " + paper.number()
                                + " is kept already, with other content or under another id.")
                .advising("Open the one that is kept, and put it right there.")
                .with("certificate", paper.number().code()));
    }

    static Refused wrong(String code, String field, String sentence) {
        return refused(code, 422, field, sentence);
    }

    private static Refused refused(String code, int status, String field, String sentence) {
        return new Refused(Problem.of(code, status, sentence)
                .advising("Put it right and send it again.")
                .with("field", field));
    }

    private static boolean isSame(String one, String other) {
        return LotNumber.normal(one).equals(LotNumber.normal(other));
    }

    private static String subject(Certificate paper) {
        return paper.issuer() + "/" + paper.number();
    }

    private <T> T inTurn(Supplier<T> act) {
        return requireNonNull(transactions.execute(_ -> act.get()));
    }
}
