package stemma.upkeep.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Resource;
import stemma.certificates.Certificates;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;
import stemma.upkeep.Requirement;
import stemma.upkeep.Suspects;
import stemma.upkeep.Telling;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepEntry;

import java.util.List;
import java.util.Optional;

/**
 * Who may do what about equipment: who records what inspections find tells of it, another signs for
 * a cleaning, who may correct annuls; requirements are for those who keep the masters. A resource
 * of a site that one may not see is as if it did not exist.
 */
final class UpkeepWork {
    private final Upkeep upkeep;
    private final Telling telling;
    private final Signatures signatures;

    UpkeepWork(Upkeep upkeep, Telling telling, Signatures signatures) {
        this.upkeep = upkeep;
        this.telling = telling;
        this.signatures = signatures;
    }

    Resource seen(Caller caller, ResourceCode code) {
        Resource resource = upkeep.resource(code);
        if (caller.may(Permission.SEE_RECORD, resource.site())) return resource;
        throw Upkeep.unknown(code);
    }

    /**
     * Returns the id of the paper of a number that the caller may see; refused with
     * {@code certificate_unknown} where there is none, or where more than one issuer has one.
     */
    String paper(Caller caller, String number) {
        List<KeptCertificate> found = upkeep.papers(number).stream()
                .filter(kept -> caller.may(Permission.SEE_RECORD, kept.paper().site()))
                .toList();
        if (found.size() == 1) return found.getFirst().id().toString();
        String sentence = found.isEmpty()
                ? "There is no certificate " + number + "."
                : "More than one issuer has a certificate " + number + ".";
        throw new Refused(Problem.of("certificate_unknown", 422, sentence)
                .advising("Write NUMBER of ISSUER, as it is kept among the certificates.")
                .with("element", "paperNumber"));
    }

    private void seesPaper(Caller caller, UpkeepEntry entry) {
        if (!(entry instanceof UpkeepEntry.Calibrated c) || c.paper() == null) return;
        boolean isHidden = upkeep.paper(c.paper())
                .filter(kept -> !caller.may(Permission.SEE_RECORD, kept.paper().site()))
                .isPresent();
        if (isHidden) throw Certificates.unknown(c.paper().toString());
    }

    ToldEntry tell(Caller caller, Telling.Said said, Credentials typed) {
        Resource resource = seen(caller, said.resource());
        caller.require(Permission.INSPECT, resource.site());
        seesPaper(caller, said.entry());
        if (said.entry() instanceof UpkeepEntry.Annulled)
            caller.require(Permission.CORRECT, resource.site());
        Optional<Telling.Signing> signing = typed.isEmpty()
                ? Optional.empty()
                : Optional.of(digest -> signatures.offer(caller, typed, Meaning.REVIEWED, digest));
        return telling.tell(caller.author(), said, signing);
    }

    Requirement require(Caller caller, Requirement one) {
        manages(caller, one.resource());
        return telling.require(caller.author(), one);
    }

    void end(Caller caller, EventId id, String reason, Credentials second) {
        Optional<Requirement> ended = upkeep.requirements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        ended.ifPresent(one -> manages(caller, one.resource()));
        Optional<SiteCode> site =
                ended.map(Requirement::resource).map(code -> seen(caller, code).site());
        Optional<Telling.Signing> signing = second.signer().isBlank()
                ? Optional.empty()
                : Optional.of(shown -> signatures.second().offered(caller, second, shown, site));
        telling.end(caller.author(), id, reason, signing);
    }

    /** What is asked of a kind is asked at every site. */
    private void manages(Caller caller, @Nullable ResourceCode resource) {
        if (resource != null) {
            caller.require(Permission.MANAGE_MASTERS, seen(caller, resource).site());
        } else if (!caller.grants().mayEverywhere(Permission.MANAGE_MASTERS)) {
            throw new Refused(Caller.missing(Permission.MANAGE_MASTERS));
        }
    }

    /** Returns what rests on a calibration that found something bad, and how much is not shown. */
    Seen suspects(Caller caller, EventId calibration) {
        ToldEntry entry = upkeep.entry(calibration);
        seen(caller, entry.resource());
        Suspects all = upkeep.suspects(calibration);
        List<Suspects.Touched> lots = all.touched().stream()
                .filter(one -> caller.may(Permission.SEE_RECORD, one.lot().site()))
                .toList();
        return new Seen(
                new Suspects(
                        all.found(),
                        all.since(),
                        all.from(),
                        lots,
                        all.results().stream()
                                .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                                .toList()),
                all.touched().size() - lots.size());
    }

    /** What is shown of the suspects; lots of other sites are counted, not named. */
    record Seen(Suspects suspects, int hidden) {}

    /** Returns the sites of which the caller may see equipment; empty where that is all. */
    static Optional<List<SiteCode>> seen(Caller caller) {
        return caller.grants().mayEverywhere(Permission.SEE_RECORD)
                ? Optional.empty()
                : Optional.of(List.copyOf(caller.grants().sites(Permission.SEE_RECORD)));
    }
}
