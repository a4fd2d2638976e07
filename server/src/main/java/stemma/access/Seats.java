package stemma.access;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.store.SeatStore;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** The seats of visiting auditors: given with the invitation, changed with a reason, audited. */
public final class Seats {
    private final SeatStore store;
    private final People people;
    private final TransactionTemplate transactions;
    private final Audit audit;

    Seats(SeatStore store, People people, TransactionTemplate transactions, Audit audit) {
        this.store = store;
        this.people = people;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns the seat of a person; who has the role and no seat sees nothing. */
    public Optional<Seat> of(ActorId actor) {
        return store.of(actor.code());
    }

    /** Adds a person with a seat, both or neither. */
    public Invitation invite(Author author, NewPerson person, Seat seat) {
        return transactions.execute(transaction -> {
            Invitation invitation = people.letIn(author, person);
            give(author, person.actor(), seat, "Named in the invitation.");
            return invitation;
        });
    }

    /** Gives the person this seat in place of any before; refused without a reason. */
    public void give(Author author, ActorId actor, Seat seat, String reason) {
        if (reason.isBlank())
            throw Refused.of("reason_missing", 422, "Say why; the reason stands in the trail.");
        transactions.executeWithoutResult(transaction -> {
            Person person = people.find(actor).orElseThrow(PeopleRows::unknown);
            JsonNode before = of(actor).map(Seats::sealed).orElse(null);
            store.keep(actor.code(), seat);
            audit.record(
                    author,
                    "seat given",
                    PeopleRows.subject(person.actor()),
                    before,
                    sealed(seat),
                    reason.strip());
        });
    }

    private static JsonNode sealed(Seat seat) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        seat.items().forEach(node.putArray("items")::add);
        node.put("since", seat.since().toString());
        node.put("until", seat.until().toString());
        return node;
    }
}
