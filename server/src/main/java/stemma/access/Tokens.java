package stemma.access;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller.Means;
import stemma.access.store.PeopleStore;
import stemma.access.store.PersonRow;
import stemma.access.store.TokenStore;
import stemma.access.store.TokenStore.TokenRow;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys for programs and devices: each belongs to a person, does no more than its scope and its
 * owner may, ends by itself, can be revoked, and cannot sign.
 */
public final class Tokens {
    public static final Duration LONGEST = Duration.ofDays(366);
    private static final String PREFIX = "stm_";
    private static final Duration USED_EVERY = Duration.ofMinutes(1);
    private final TokenStore store;
    private final PeopleStore people;
    private final Secrets secrets;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;

    Tokens(
            TokenStore store,
            PeopleStore people,
            Secrets secrets,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock) {
        this.store = store;
        this.people = people;
        this.secrets = secrets;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Issues a key of the caller's own; the secret is in the answer and nowhere else. */
    public IssuedToken issue(Caller owner, String label, Set<Permission> scope, Duration life) {
        check(owner, label, scope, life);
        String secret = secrets.next(PREFIX);
        PersonRow person = people.byActor(owner.actor().code()).orElseThrow(PeopleRows::unknown);
        Instant now = clock.now();
        List<String> names = scope.stream().map(Permission::name).sorted().toList();
        Token token = transactions.execute(transaction -> {
            long id = store.add(
                    Secrets.digest(secret), person.id(), label.strip(), names, now, now.plus(life));
            Token issued = store.byId(id).map(Tokens::token).orElseThrow();
            audit.record(owner.author(), "token issued", "token " + id, null, sealed(issued), null);
            return issued;
        });
        return new IssuedToken(secret, token);
    }

    /** Returns who calls with the secret; empty when it opens nothing, or opens nothing now. */
    public Optional<Caller> caller(String secret) {
        if (!secret.startsWith(PREFIX)) return Optional.empty();
        Optional<TokenStore.Owned> found = store.byDigest(Secrets.digest(secret));
        if (found.isEmpty()) return Optional.empty();
        TokenRow row = found.get().token();
        PersonRow owner = found.get().owner();
        Token token = token(row);
        Instant now = clock.lately();
        if (!token.isValid(now) || owner.disabled()) return Optional.empty();
        boolean isFresh =
                row.usedAt().isPresent() && now.isBefore(row.usedAt().get().plus(USED_EVERY));
        if (!isFresh) store.used(row.id(), now);
        Person person = PeopleRows.person(owner);
        Author author = new Author(person.actor(), "token " + row.id(), row.label());
        Grants grants = new Grants(person.assignments(), Optional.of(token.scope()));
        return Optional.of(new Caller(author, person, Means.TOKEN, grants));
    }

    public List<Token> of(ActorId owner) {
        return people.byActor(owner.code())
                .map(person -> store.of(person.id()).stream().map(Tokens::token).toList())
                .orElseGet(List::of);
    }

    /** Revokes a token of one's own, or anybody's for who administers people. */
    public void revoke(Caller caller, long id) {
        Refused unknown = new Refused(Problem.of("token_unknown", 404, "There is no such token."));
        Token token = store.byId(id).map(Tokens::token).orElseThrow(() -> unknown);
        boolean isOwn = token.owner().equals(caller.actor());
        if (!isOwn && !caller.may(Permission.ADMINISTER_PEOPLE)) throw unknown;
        transactions.executeWithoutResult(transaction -> {
            if (!store.revoke(id, clock.now())) return;
            audit.record(
                    caller.author(), "token revoked", "token " + id, sealed(token), null, null);
        });
    }

    private static void check(Caller owner, String label, Set<Permission> scope, Duration life) {
        if (owner.means() == Means.TOKEN)
            throw Refused.of("token_cannot_issue", 403, "A token cannot issue tokens.");
        if (label.isBlank() || label.strip().length() > 80)
            throw Refused.of("label_malformed", 422, "Say in 1 to 80 characters what it is for.");
        if (scope.isEmpty())
            throw Refused.of("scope_missing", 422, "Choose at least one thing the token may do.");
        if (life.compareTo(LONGEST) > 0 || !life.isPositive())
            throw Refused.of("life_too_long", 422, "A token lasts from one day to one year.");
        for (Permission permission : scope) {
            if (!permission.isForTokens()) {
                throw Refused.of(
                        "device_cannot_sign",
                        422,
                        "A token may not " + permission.sentence() + ".");
            }
            owner.require(permission);
        }
    }

    private static Token token(TokenRow row) {
        return new Token(
                row.id(),
                new ActorId(row.actor()),
                row.label(),
                row.scope().stream().map(Permission::valueOf).collect(Collectors.toSet()),
                row.issuedAt(),
                row.expiresAt(),
                row.usedAt(),
                row.revokedAt());
    }

    private static JsonNode sealed(Token token) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("owner", token.owner().code());
        node.put("label", token.label());
        node.put("expiresAt", token.expiresAt().toString());
        var scope = node.putArray("scope");
        token.scope().stream().sorted().forEach(permission -> scope.add(permission.name()));
        return node;
    }
}
