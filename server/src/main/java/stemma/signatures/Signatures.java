package stemma.signatures;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Grants;
import stemma.access.Permission;
import stemma.access.Person;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.Invariant;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.store.SignatureStore;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import javax.sql.DataSource;

/**
 * The entry to the room: lets a person sign exact content after proving anew who it is, and says
 * later whether a signature was given here and the content is still the one signed. Refused with
 * {@code signer_missing}, {@code signer_other}, {@code password_wrong}, {@code person_disabled},
 * {@code sign_in_delayed}, {@code device_cannot_sign}, {@code signature_suspended} or
 * {@code permission_missing}, each audited.
 */
public final class Signatures {
    private final SignatureStore store;
    private final Access access;
    private final Audit audit;
    private final WorldClock clock;
    private final Sittings sittings;
    private final SecondSignature second;

    public Signatures(DataSource app, WorldClock clock, Audit audit, Access access) {
        this.store = new SignatureStore(JdbcClient.create(app));
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.sittings = new Sittings(store, access, clock);
        this.second = new SecondSignature(access, this);
    }

    /** Returns the sittings of those who sign. */
    public Sittings sittings() {
        return sittings;
    }

    /** Returns how somebody else signs what lessens control. */
    public SecondSignature second() {
        return second;
    }

    /**
     * Offers to sign as the caller, who proves by code and password who it is, and within a sitting
     * by the password; a token's caller is a program and is refused.
     */
    public Offered offer(Caller caller, Credentials typed, Meaning meaning, Digest digest) {
        if (caller.means() == Caller.Means.TOKEN) {
            access.refused(caller.author(), "signature", "device_cannot_sign");
            throw new Refused(Problem.of("device_cannot_sign", 403, "A program cannot sign.")
                    .advising("Sign in as a person and sign there.")
                    .kept());
        }
        String how = within(caller, typed.signer()) ? "within the sitting, by password" : null;
        String name = proven(caller.author(), caller.actor(), typed.password());
        return new Given(caller.author(), signed(caller.actor(), name, meaning, digest), how);
    }

    private boolean within(Caller caller, String signer) {
        try {
            return sittings.within(caller, signer);
        } catch (Refused refused) {
            access.refused(caller.author(), "signature", refused.problem().code());
            throw new Refused(refused.problem().kept());
        }
    }

    /**
     * Offers to sign as a person, named by code and proven by password, who may be another than the
     * one at whose session it is done.
     */
    public Offered offer(
            Author at, ActorId signer, String password, Meaning meaning, Digest digest) {
        return prove(at, signer, password).offer(meaning, digest);
    }

    /**
     * Proves once who somebody is, for a story told by a program that made the password up; refused
     * as an offer is. On pages and by programs each signature is proven.
     */
    public Proven prove(Author at, ActorId signer, String password) {
        String name = proven(at, signer, password);
        return (meaning, digest) -> new Given(at, signed(signer, name, meaning, digest), null);
    }

    private Signature signed(ActorId signer, String name, Meaning meaning, Digest digest) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return new Signature(signer, name, meaning.word(), now, digest.text());
    }

    /** Returns the printed name of who proves it, for now. */
    private String proven(Author at, ActorId signer, String password) {
        Person person = access.prove(signer, password, at.session(), at.device());
        if (!Grants.of(person.assignments()).may(Permission.SIGN)) {
            access.refused(at, "signature of " + signer.code(), "permission_missing");
            throw new Refused(Caller.missing(Permission.SIGN).kept());
        }
        suspended(at, signer);
        String remark = access.resets().remark(signer);
        return person.printedName() + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    private void suspended(Author at, ActorId signer) {
        try {
            access.resets().requireConfirmed(signer);
        } catch (Refused waiting) {
            access.refused(at, "signature of " + signer.code(), "signature_suspended");
            throw new Refused(waiting.problem().kept());
        }
    }

    /** Somebody who has proven who it is, and signs. */
    public interface Proven {
        /** Offers to sign the content, now. */
        Offered offer(Meaning meaning, Digest digest);
    }

    private final class Given implements Offered {
        private final Author at;
        private final Signature signature;
        private final @Nullable String how;

        Given(Author at, Signature signature, @Nullable String how) {
            this.at = at;
            this.signature = signature;
            this.how = how;
        }

        @Override
        public Signature signature() {
            return signature;
        }

        @Override
        public void give() {
            Author author = new Author(signature.signer(), at.session(), at.device());
            String digest = "digest " + signature.digest();
            audit.record(author, "signed", digest, null, sealed(signature), how);
            store.add(
                    signature.signer().code(),
                    signature.name(),
                    signature.meaning(),
                    signature.at(),
                    new Digest(signature.digest()).bytes(),
                    at.session(),
                    at.device());
        }
    }

    /** Tells whether the signature was given here and the content is the very one signed. */
    public Verdict verify(Signature signature, byte[] content) {
        Digest signed = new Digest(signature.digest());
        if (!isGiven(signature)) return Verdict.NOT_GIVEN_HERE;
        return Digest.of(content).equals(signed) ? Verdict.INTACT : Verdict.CHANGED_AFTER_SIGNING;
    }

    /** Says whether exactly this signature was given here. */
    public boolean isGiven(Signature signature) {
        return store.isGiven(
                signature.signer().code(),
                signature.name(),
                signature.meaning(),
                signature.at(),
                new Digest(signature.digest()).bytes());
    }

    /** Returns that what is kept of signatures was given. */
    public Invariant invariant() {
        return new SignaturesAreGiven(store, audit);
    }

    // The printed name stays with the signature; the trail names the signer by actor id.
    static JsonNode sealed(Signature signature) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("signer", signature.signer().code())
                .put("meaning", signature.meaning())
                .put("at", signature.at().toString())
                .put("digest", signature.digest());
    }
}
