package stemma.signatures;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Grants;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.identifiers.SiteCode;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Optional;

/**
 * The signature over less control: of somebody who may judge where it counts, and who is not the
 * one that makes the change.
 */
public final class SecondSignature {
    private final Access access;
    private final Signatures signatures;

    SecondSignature(Access access, Signatures signatures) {
        this.access = access;
        this.signatures = signatures;
    }

    /**
     * Offers to sign, as {@code approved}, what somebody else changes. Refused with
     * {@code person_unknown}, {@code loosening_own}, {@code permission_missing} or
     * {@code device_cannot_sign}, and as every signature.
     *
     * @param typed the code or actor id of the second person, and that person's password
     * @param site where it counts; empty: at every site
     */
    public Offered offered(
            Caller caller, Credentials typed, Digest shown, Optional<SiteCode> site) {
        if (caller.means() == Caller.Means.TOKEN)
            throw new Refused(Problem.of("device_cannot_sign", 403, "No program passes it on.")
                    .advising("Change it on its page, where somebody else signs."));
        Person person = person(typed.signer().strip());
        if (person.actor().equals(caller.actor()))
            throw new Refused(Problem.of(
                            "loosening_own",
                            409,
                            "Less control is signed by somebody else than who changes it.")
                    .advising("Let a colleague who may judge lots sign here.")
                    .with("field", "signer"));
        Grants grants = Grants.of(person.assignments());
        boolean may = site.map(at -> grants.may(Permission.JUDGE, at))
                .orElseGet(() -> grants.mayEverywhere(Permission.JUDGE));
        if (!may) throw new Refused(Caller.missing(Permission.JUDGE).with("field", "signer"));
        return signatures.offer(
                caller.author(), person.actor(), typed.password(), Meaning.APPROVED, shown);
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
