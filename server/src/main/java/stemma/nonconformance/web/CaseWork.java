package stemma.nonconformance.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.ActorId;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.Cases;
import stemma.nonconformance.Complainant;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;

import java.util.Optional;

/**
 * Who may do what about cases: whoever may state facts opens one and says that his action is done;
 * all else is for those who judge, and what is signed is signed by them.
 */
final class CaseWork {
    private final Cases cases;
    private final Access access;
    private final Signatures signatures;

    CaseWork(Cases cases, Access access, Signatures signatures) {
        this.cases = cases;
        this.access = access;
        this.signatures = signatures;
    }

    CaseFile open(Caller caller, CaseEntry.Opened said, @Nullable Complainant complainant) {
        caller.require(Permission.REPORT_FACT, said.site());
        person(said.owner());
        return cases.open(caller.author(), said, complainant);
    }

    CaseFile enter(Caller caller, String number, int revision, CaseEntry entry, Credentials typed) {
        CaseFile file = cases.file(caller, number);
        caller.require(permission(caller, file, entry), file.opened().site());
        if (entry instanceof CaseEntry.ActionPlanned planned) person(planned.owner());
        if (entry instanceof CaseEntry.Amended amended && amended.owner() != null)
            person(amended.owner());
        Optional<Cases.Signing> signing = typed.isEmpty()
                ? Optional.empty()
                : Optional.of(digest -> signatures.offer(caller, typed, Meaning.APPROVED, digest));
        return cases.enter(caller.author(), number, revision, entry, signing);
    }

    private static Permission permission(Caller caller, CaseFile file, CaseEntry entry) {
        if (!(entry instanceof CaseEntry.ActionDone(int number, var _))) return Permission.JUDGE;
        boolean own = number >= 1
                && number <= file.actions().size()
                && file.actions().get(number - 1).owner().equals(caller.actor());
        return own ? Permission.REPORT_FACT : Permission.JUDGE;
    }

    /** Whoever works on cases may know who complained; nobody else. */
    Optional<Complainant> complainant(Caller caller, CaseFile file) {
        return caller.may(Permission.JUDGE, file.opened().site())
                ? cases.complainant(file.number())
                : Optional.empty();
    }

    private void person(ActorId actor) {
        if (access.people().find(actor).isPresent()) return;
        throw new Refused(Problem.of("owner_unknown", 422, "There is no person " + actor + ".")
                .advising("Write the code of somebody who works here.")
                .with("element", "owner"));
    }
}
