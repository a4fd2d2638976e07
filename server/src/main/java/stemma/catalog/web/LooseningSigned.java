package stemma.catalog.web;

import org.springframework.stereotype.Component;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Grants;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Loosening;
import stemma.catalog.Master;
import stemma.catalog.MasterJson;
import stemma.journal.CanonicalJson;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signatures;

import java.util.Optional;

/**
 * The signature over a change that lessens control: of somebody who may judge at every site, and
 * who is not the one that makes the change.
 */
@Component
class LooseningSigned {
    private final Catalog catalog;
    private final Access access;
    private final Signatures signatures;

    LooseningSigned(Catalog catalog, Access access, Signatures signatures) {
        this.catalog = catalog;
        this.access = access;
        this.signatures = signatures;
    }

    /** Returns the signature where the change needs one and somebody is named who gives it. */
    Optional<Offered> offered(Caller caller, Master master, String signer, String password) {
        if (signer.isBlank() || !isLess(master)) return Optional.empty();
        Person person = person(signer.strip());
        if (person.actor().equals(caller.actor()))
            throw new Refused(Problem.of(
                            "loosening_own",
                            409,
                            "Less control is signed by somebody else than who changes it.")
                    .advising("Let a colleague who may judge lots sign here.")
                    .with("field", "signer"));
        if (!Grants.of(person.assignments()).mayEverywhere(Permission.JUDGE))
            throw new Refused(Caller.missing(Permission.JUDGE).with("field", "signer"));
        Digest digest = Digest.of(CanonicalJson.bytes(MasterJson.of(master)));
        return Optional.of(signatures.offer(
                caller.author(), person.actor(), password, Meaning.APPROVED, digest));
    }

    private boolean isLess(Master after) {
        return after instanceof Item now
                && catalog.find(now.key())
                        .filter(before ->
                                !Loosening.of((Item) before.master(), now).isEmpty())
                        .isPresent();
    }

    private Person person(String code) {
        return access.people().all().stream()
                .filter(one ->
                        one.code().equalsIgnoreCase(code) || one.actor().code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Problem.of("person_unknown", 404, "There is no such person.")
                                .with("field", "signer")));
    }
}
