package stemma.certificates;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Grants;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.certificates.store.IssuedTable;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Ledger;
import stemma.ledger.Turns;
import stemma.lots.Lots;
import stemma.printing.Export;
import stemma.quality.Quality;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.shipping.Consignment;
import stemma.shipping.Shipping;
import stemma.shipping.SignedSince;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signature;
import stemma.signatures.Signatures;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Issues certificates of our own and withdraws them. Who issues one is shown all that it will say,
 * and signs exactly that; under the locks of the lot it is put together again, and what has changed
 * meanwhile is refused.
 */
public final class Issuing implements SignedSince {
    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Audit audit;
    private final Signatures signatures;
    private final Access access;
    private final Catalog catalog;
    private final Stock stock;
    private final Quality quality;
    private final Lots lots;
    private final Drafting drafting;
    private final IssuedTable table;

    public Issuing(House house, Rooms rooms) {
        this.transactions = house.transactions();
        this.turns = new Turns(house.database());
        this.audit = house.audit();
        this.signatures = house.signatures();
        this.access = house.access();
        this.catalog = rooms.catalog();
        this.stock = rooms.stock();
        this.quality = rooms.quality();
        this.lots = rooms.lots();
        this.drafting = new Drafting(catalog, lots, rooms.ledger(), quality, rooms.shipping());
        this.table = new IssuedTable(house.database());
    }

    /** What it is built on. */
    public record House(
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            Signatures signatures,
            Access access) {}

    /** The rooms whose record it certifies. */
    public record Rooms(
            Catalog catalog,
            Lots lots,
            Stock stock,
            Ledger ledger,
            Quality quality,
            Shipping shipping) {}

    /**
     * Returns what the certificate would say and what stands against it, were that person to sign.
     * Refused with {@code lot_unknown}, {@code partner_unknown}, {@code shipment_unknown}.
     */
    public IssueDraft draft(IssueAsked asked, ActorId signer) {
        Drafting.Basis basis = drafting.basis(asked.lot());
        Optional<Consignment> shipment = drafting.shipment(asked);
        Statement statement = drafting.statement(asked, basis, shipment);
        List<Problem> against = new ArrayList<>(
                Against.lot(basis, stock.holdsOn(List.of(basis.lot())).on(basis.lot())));
        against.addAll(Against.papers(asked, statement, shipment));
        SiteCode site = basis.lot().site();
        if (quality.made(asked.lot(), signer))
            against.add(Against.maker(statement.product().lot(), signer.code()));
        if (asked.kind().asksIndependence() && recordsProduction(signer, site))
            against.add(Against.dependent(signer.code()));
        return new IssueDraft(statement, against);
    }

    private boolean recordsProduction(ActorId signer, SiteCode site) {
        return access.people()
                .find(signer)
                .filter(person -> Grants.of(person.assignments()).may(Permission.PRODUCE, site))
                .isPresent();
    }

    /** Returns the site of the lot, by which rights are asked; refused with {@code lot_unknown}. */
    public SiteCode site(Portion lot) {
        return drafting.basis(lot).lot().site();
    }

    /**
     * Issues what was shown, over the caller's signature, once for an id. Refused with
     * {@code permission_missing}, as {@link Signatures} says, {@code certificate_changed} where the
     * digest is not that of what it says now, and with what stands against the draft.
     */
    public IssuedCertificate issue(
            Caller caller, EventId id, IssueAsked asked, String shown, Credentials typed) {
        caller.require(Permission.JUDGE, site(asked.lot()));
        Offered offered = signatures.offer(caller, typed, Meaning.CERTIFIED, new Digest(shown));
        return issue(caller.author(), id, asked, offered);
    }

    /** Does so for an author who may. */
    public IssuedCertificate issue(Author author, EventId id, IssueAsked asked, Offered offered) {
        return requireNonNull(transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(Set.of(Lots.lock(asked.lot().first())));
            Signature signature = offered.signature();
            Optional<IssuedCertificate> known = table.find(id);
            if (known.isPresent()) return same(known.get(), asked, signature);
            IssueDraft draft = draft(asked, signature.signer());
            if (!draft.mayBeSigned()) throw new Refused(draft.against().getFirst());
            if (!draft.digest().equals(signature.digest())) throw Against.changed();
            return keep(author, id, asked, draft.statement(), offered);
        }));
    }

    private static IssuedCertificate same(
            IssuedCertificate known, IssueAsked asked, Signature signature) {
        boolean isSame = known.signature().digest().equals(signature.digest())
                && known.lot().equals(asked.lot());
        if (isSame) return known;
        throw new Refused(
                Problem.of("certificate_exists", 409, "The id bears another certificate already.")
                        .advising("Give every certificate an id of its own.")
                        .with("certificate", known.number()));
    }

    private IssuedCertificate keep(
            Author author, EventId id, IssueAsked asked, Statement statement, Offered offered) {
        SiteCode site = new SiteCode(statement.maker().site());
        Signature signature = offered.signature();
        String number = site
                + String.format(
                        Locale.ROOT, "-C-%05d", catalog.takeNumber("certificates of " + site));
        byte[] pdf = pdf(new IssuedPaper(number, statement, signature, time(site)));
        IssuedCertificate issued = new IssuedCertificate(
                id,
                number,
                site,
                asked.lot(),
                statement,
                signature,
                Digest.of(pdf).text(),
                null);
        table.add(issued, pdf);
        offered.give();
        audit.record(author, "certificate_issued", number, null, IssuedText.json(issued), null);
        return issued;
    }

    private static byte[] pdf(IssuedPaper paper) {
        return Export.lasting(
                paper, paper.signature().name(), paper.signature().at(), paper.time());
    }

    /** Returns the time of the works, by which moments stand on its papers. */
    public SiteTime time(SiteCode site) {
        return new SiteTime(
                requireNonNull(catalog.sites(Set.of(site)).get(site)).zone());
    }

    /** Returns the digest of what is signed by withdrawing: the certificate and the reason. */
    public static Digest withdrawing(IssuedCertificate issued, String reason) {
        return Digest.of(IssuedText.withdrawing(issued, reason.strip()));
    }

    /**
     * Withdraws a certificate over the caller's signature. Refused with {@code reason_missing},
     * {@code certificate_withdrawn}, {@code permission_missing}, or as {@link Signatures} says.
     */
    public IssuedCertificate withdraw(Caller caller, EventId id, String reason, Credentials typed) {
        IssuedCertificate issued = one(id);
        caller.require(Permission.JUDGE, issued.site());
        mayBeWithdrawn(issued, reason);
        Digest digest = withdrawing(issued, reason);
        return withdraw(
                caller.author(),
                id,
                reason,
                signatures.offer(caller, typed, Meaning.WITHDRAWN, digest));
    }

    /** Does so for an author who may. */
    public IssuedCertificate withdraw(Author author, EventId id, String reason, Offered offered) {
        return requireNonNull(transactions.execute(_ -> {
            IssuedCertificate issued = one(id);
            mayBeWithdrawn(issued, reason);
            var withdrawal = new IssuedCertificate.Withdrawal(reason.strip(), offered.signature());
            if (!table.withdraw(id, withdrawal)) throw Against.withdrawn(issued.number());
            offered.give();
            IssuedCertificate after = one(id);
            audit.record(
                    author,
                    "certificate_withdrawn",
                    issued.number(),
                    IssuedText.brief(issued),
                    IssuedText.brief(after),
                    reason.strip());
            return after;
        }));
    }

    private static void mayBeWithdrawn(IssuedCertificate issued, String reason) {
        if (issued.isWithdrawn()) throw Against.withdrawn(issued.number());
        if (reason.isBlank())
            throw new Refused(
                    Problem.of("reason_missing", 409, "Say why the certificate is withdrawn.")
                            .advising("Write the reason and sign again.")
                            .with("field", "reason"));
    }

    private IssuedCertificate one(EventId id) {
        return table.find(id).orElseThrow(() -> Certificates.unknown(id.toString()));
    }

    @Override
    public List<String> changedSince(String number) {
        return table.byNumber(number).stream()
                .flatMap(one -> changedSince(one).stream())
                .distinct()
                .toList();
    }

    /**
     * Returns in what the record says otherwise of the lot by now than was signed; nothing where it
     * is as it was.
     */
    public List<String> changedSince(IssuedCertificate issued) {
        if (lots.lot(issued.lot().first()).isEmpty()) return List.of("the lot is voided");
        IssueAsked again =
                new IssueAsked(IssuedKind.of(issued.kind()), issued.lot(), null, null, null);
        Statement now = drafting.statement(again, drafting.basis(issued.lot()), Optional.empty());
        return issued.statement().differences(now);
    }
}
