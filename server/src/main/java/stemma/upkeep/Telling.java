package stemma.upkeep;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.catalog.Resource;
import stemma.catalog.Site;
import stemma.certificates.Certificates;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.WorldClock;
import stemma.ledger.Turns;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Digest;
import stemma.signatures.Offered;
import stemma.upkeep.store.EntryTable;
import stemma.upkeep.store.RequirementTable;
import stemma.upkeep.store.TouchTable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what is told of resources, and what must be true of them. Whoever tells has the turn of the
 * resource, as who uses it has, so that one of the two sees the other.
 */
public final class Telling {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Catalog catalog;
    private final Audit audit;
    private final WorldClock clock;
    private final EntryTable entries;
    private final TouchTable touches;
    private final RequirementTable requirements;
    private final Certificates papers;

    public Telling(
            JdbcClient database,
            TransactionTemplate transactions,
            Catalog catalog,
            Audit audit,
            WorldClock clock,
            Certificates papers) {
        this.papers = papers;
        this.transactions = transactions;
        this.turns = new Turns(database);
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
        this.entries = new EntryTable(database);
        this.touches = new TouchTable(database);
        this.requirements = new RequirementTable(database);
    }

    /** The action under which the audit trail keeps that a requirement ends. */
    public static final String ENDED = "requirement_ended";

    /** What is told: under which id, of which resource, when it was so (absent: now). */
    public record Said(
            EventId id, ResourceCode resource, @Nullable Instant at, UpkeepEntry entry) {}

    /** Signs what is shown; the digest is of exactly what is signed. */
    @FunctionalInterface
    public interface Signing {
        Offered offer(Digest shown);
    }

    /**
     * Takes an entry, once for an id. Refused with {@code resource_unknown},
     * {@code time_in_future}, {@code event_id_reused}, {@code cleaning_unknown},
     * {@code verified_by_its_cleaner}, {@code entry_unknown}, {@code entry_settled},
     * {@code signature_missing}, {@code certificate_unknown}, {@code paper_differs}, or by the
     * rules of the entry.
     */
    public ToldEntry tell(Author author, Said said, Optional<Signing> signing) {
        Resource resource = resource(said.resource());
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Instant at = said.at() == null ? now : said.at().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(CLOCK_TOLERANCE)))
            throw EntryRules.wrong("time_in_future", "at", at + " is in the future.");
        EntryRules.check(said.entry(), at.atZone(zone(resource)).toLocalDate());
        return done(transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(Set.of(FitnessGuard.lock(resource.code())));
            Optional<ToldEntry> known = entries.find(said.id());
            if (known.isPresent()) return same(known.get(), said);
            about(resource, said.entry());
            Optional<Offered> offered = offered(author, resource, said, signing);
            UpkeepEntry entry = offered.map(one -> signed(said.entry(), one)).orElse(said.entry());
            ToldEntry told = new ToldEntry(
                    said.id(), resource.code(), resource.site(), at, now, author.actor(), entry);
            if (!entries.add(told)) throw reused(said.id());
            offered.ifPresent(Offered::give);
            audit.record(
                    author,
                    "upkeep_told",
                    resource.code().code(),
                    null,
                    UpkeepJson.of(told),
                    entry instanceof UpkeepEntry.Annulled a ? a.reason() : null);
            return told;
        }));
    }

    /** What an entry is about must be there, of this resource, and not settled already. */
    private void about(Resource resource, UpkeepEntry entry) {
        switch (entry) {
            case UpkeepEntry.Verified verified -> {
                ToldCleaning cleaning = touches.cleaning(verified.cleaning())
                        .filter(one -> isOf(resource, one.resource()))
                        .orElseThrow(() -> EntryRules.wrong(
                                "cleaning_unknown",
                                "cleaning",
                                "There is no such cleaning of " + resource.code() + "."));
                settled(cleaning.event(), "This cleaning is verified already.");
            }
            case UpkeepEntry.Annulled annulled -> {
                ToldEntry old = entries.find(annulled.which())
                        .filter(one -> isOf(resource, one.resource()))
                        .orElseThrow(() -> EntryRules.wrong(
                                "entry_unknown",
                                "entry",
                                "There is no such entry of " + resource.code() + "."));
                settled(old.id(), "This entry is annulled already.");
                if (old.entry() instanceof UpkeepEntry.Annulled)
                    throw settled("What was annulled is told anew instead.");
            }
            case UpkeepEntry.Calibrated calibrated -> paper(calibrated);
            case UpkeepEntry.Maintained _, UpkeepEntry.Monitored _ -> {}
        }
    }

    private void paper(UpkeepEntry.Calibrated calibrated) {
        if (calibrated.paper() == null) return;
        String number = papers.find(calibrated.paper())
                .orElseThrow(() -> EntryRules.wrong(
                        "certificate_unknown", "paper", "No such certificate is kept here."))
                .paper()
                .number()
                .code();
        if (!LotNumber.normal(number).equals(LotNumber.normal(calibrated.certificate())))
            throw EntryRules.wrong(
                    "paper_differs",
                    "paper",
                    "The certificate kept here has the number " + number + ", not "
                            + calibrated.certificate() + ".");
    }

    private void settled(EventId thing, String sentence) {
        if (entries.about(thing).isPresent()) throw settled(sentence);
    }

    private static Refused settled(String sentence) {
        return new Refused(Problem.of("entry_settled", 409, sentence)
                .advising("Look at the log of the resource again."));
    }

    private Optional<Offered> offered(
            Author author, Resource resource, Said said, Optional<Signing> signing) {
        if (!(said.entry() instanceof UpkeepEntry.Verified verified)) return Optional.empty();
        if (signing.isEmpty())
            throw new Refused(Problem.of("signature_missing", 422, "A verification is signed.")
                    .advising("Give your password to sign it."));
        ToldCleaning cleaning = touches.cleaning(verified.cleaning()).orElseThrow();
        Offered offered = signing.get().offer(signed(resource.code(), cleaning));
        ActorId signer = offered.signature().signer();
        boolean own = cleaning.by().equals(signer.code()) || !signer.equals(author.actor());
        if (own)
            throw new Refused(Problem.of(
                            "verified_by_its_cleaner",
                            409,
                            "Whether it is clean is said by another than " + cleaning.by()
                                    + ", who cleaned it.")
                    .advising("Let somebody else look and sign."));
        return Optional.of(offered);
    }

    /** Returns the digest of exactly what is signed: which cleaning of what, when and by whom. */
    public static Digest signed(ResourceCode resource, ToldCleaning cleaning) {
        var json = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        json.put("resource", resource.code());
        json.put("cleaning", cleaning.event().toString());
        json.put("cleanedAt", cleaning.at().toString());
        json.put("cleanedBy", cleaning.by());
        return Digest.of(CanonicalJson.bytes(json));
    }

    private static UpkeepEntry signed(UpkeepEntry entry, Offered offered) {
        return entry instanceof UpkeepEntry.Verified(var cleaning, var _)
                ? new UpkeepEntry.Verified(cleaning, offered.signature())
                : entry;
    }

    private static boolean isOf(Resource resource, ResourceCode other) {
        return LotNumber.normal(resource.code().code()).equals(LotNumber.normal(other.code()));
    }

    private static ToldEntry same(ToldEntry known, Said said) {
        UpkeepEntry before = known.entry() instanceof UpkeepEntry.Verified(var cleaning, var _)
                ? new UpkeepEntry.Verified(cleaning, null)
                : known.entry();
        boolean same = before.equals(said.entry())
                && LotNumber.normal(known.resource().code())
                        .equals(LotNumber.normal(said.resource().code()))
                && (said.at() == null || said.at().equals(known.at()));
        if (!same) throw reused(known.id());
        return known;
    }

    /**
     * Sets what must be true at use, once for an id. Refused with {@code requirement_empty},
     * {@code requirement_of_nothing}, {@code resource_unknown}, {@code item_unknown},
     * {@code work_order_unknown} or {@code event_id_reused}.
     */
    public Requirement require(Author author, Requirement one) {
        RequirementRules.check(catalog, one);
        return done(transactions.execute(_ -> {
            Optional<Requirement> known = requirements.find(one.id());
            if (known.isPresent()) {
                if (!known.get().equals(one)) throw reused(one.id());
                return known.get();
            }
            Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
            if (!requirements.add(one, author.actor().code(), now)) throw reused(one.id());
            audit.record(
                    author,
                    "requirement_set",
                    one.id().toString(),
                    null,
                    UpkeepJson.of(one),
                    one.reason());
            return one;
        }));
    }

    /**
     * Ends a requirement over the signature of somebody else than who ends it, for less is asked
     * from then on; refused with {@code requirement_unknown}, {@code text_missing},
     * {@code signature_missing}, {@code loosening_own} or as the signing refuses.
     */
    public void end(Author author, EventId id, String reason, Optional<Signing> signing) {
        if (reason.isBlank())
            throw EntryRules.wrong("text_missing", "reason", "Say why it is asked no more.");
        transactions.executeWithoutResult(_ -> {
            Requirement one = requirements.find(id).orElseThrow(() -> unknown(id));
            Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
            if (!requirements.end(id, author.actor().code(), now)) throw unknown(id);
            Offered approved = approved(author, one, signing);
            approved.give();
            audit.record(author, ENDED, id.toString(), UpkeepJson.of(one), null, reason.strip());
        });
    }

    private static Offered approved(Author author, Requirement one, Optional<Signing> signing) {
        Offered approved = signing.orElseThrow(() -> new Refused(Problem.of(
                                "signature_missing",
                                409,
                                "Somebody else signs that less is asked of equipment.")
                        .advising("End it on the page of requirements, where somebody else who"
                                + " may judge lots signs; no program can.")
                        .with("element", "signer")))
                .offer(UpkeepJson.signed(one));
        if (!approved.signature().signer().equals(author.actor())) return approved;
        throw new Refused(Problem.of(
                        "loosening_own",
                        409,
                        "Less control is signed by somebody else than who changes it.")
                .advising("Let a colleague who may judge lots sign here.")
                .with("element", "signer"));
    }

    private static Refused unknown(EventId id) {
        return new Refused(
                Problem.of("requirement_unknown", 404, "No requirement " + id + " stands.")
                        .advising("Look at the list of requirements again."));
    }

    /** Returns the resource; refused with {@code resource_unknown}. */
    Resource resource(ResourceCode code) {
        Resource found = catalog.resources(List.of(code)).get(code);
        if (found == null) throw RequirementRules.unknown(code);
        return found;
    }

    private ZoneId zone(Resource resource) {
        Site site = catalog.sites(List.of(resource.site())).get(resource.site());
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    private static Refused reused(EventId id) {
        return new Refused(Problem.of(
                        "event_id_reused", 422, "The id " + id + " bears something else already.")
                .advising("Give every entry an id of its own."));
    }

    private static <T> T done(@Nullable T told) {
        return Objects.requireNonNull(told);
    }
}
