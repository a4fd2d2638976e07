package stemma.quality;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Reason;
import stemma.ledger.SplitKind;
import stemma.ledger.Status;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What quality decides of a lot that is not fit as it stands, or of a part of it, and why. The part
 * becomes a lot of its own, so that what is said of it holds for nothing else. It is told by events
 * that there are anyway: split, judged, sent back, destroyed; all or none of them stand.
 *
 * @param line how much of which lot from where
 * @param item the item of the lot
 * @param number the number of the part, empty where the whole lot is meant
 * @param basis the inspections of it, as they were shown to whoever decides
 */
public record Disposition(
        Line line, ItemCode item, String number, Way way, String why, List<InspectionBasis> basis) {
    /** The code of the refusal where something is left open. */
    public static final String INCOMPLETE = "disposition_incomplete";

    /** What becomes of it. */
    public sealed interface Way {
        /** It is used as it is, under restriction: used here, not shipped. */
        record UseAsIs() implements Way {}

        /** It is worked over: used here, in a run of rework, and not shipped. */
        record Rework() implements Way {}

        /** It becomes another item or grade, as fit as that status says. */
        record Regrade(ItemCode item, Status status) implements Way {}

        /** It goes back to who sent it. */
        record GiveBack(PartnerCode supplier, DocumentCode document) implements Way {}

        /** It is destroyed, by a method, before a witness, as a document says. */
        record Destroy(DocumentCode document, String method, String witness) implements Way {}

        /** Returns the word under which it is told why. */
        default String word() {
            return switch (this) {
                case UseAsIs _ -> "use_as_is";
                case Rework _ -> "rework";
                case Regrade _ -> "regrade";
                case GiveBack _ -> "give_back";
                case Destroy _ -> "destroy";
            };
        }
    }

    /** Refused with {@code disposition_incomplete} where it does not say what it must. */
    public Disposition {
        basis = List.copyOf(basis);
        number = number.strip();
        why = why.strip();
        if (why.isEmpty()) throw incomplete("why", "A disposition says why.");
        switch (way) {
            case Way.Regrade(var _, Status status) -> {
                if (number.isEmpty())
                    throw incomplete("number", "What is regraded gets a number of its own.");
                if (status == Status.QUARANTINED || status == Status.REJECTED)
                    throw incomplete(
                            "status", "What is regraded is released or restricted as that grade.");
            }
            case Way.Destroy(var _, String method, String witness) -> {
                if (method.isBlank())
                    throw incomplete("method", "Say by which method it is destroyed.");
                if (witness.isBlank()) throw incomplete("witness", "Say who saw it destroyed.");
            }
            case Way.UseAsIs _, Way.Rework _, Way.GiveBack _ -> {}
        }
    }

    /** Returns the refusal of a disposition that leaves something open. */
    public static Refused incomplete(String element, String sentence) {
        return new Refused(Problem.of("disposition_incomplete", 422, sentence)
                .advising("Say it and send it again.")
                .with("element", element));
    }

    /** Returns the reason that each of its events bears. */
    public Reason reason() {
        String text = way instanceof Way.Destroy(var _, String method, String witness)
                ? why + " (" + method.strip() + "; witness " + witness.strip() + ")"
                : why;
        return new Reason(way.word(), text);
    }

    /** Returns the events that tell it, each under circumstances of its own, in their order. */
    public List<Event> events(Supplier<Circumstances> circumstances) {
        return switch (way) {
            case Way.UseAsIs _, Way.Rework _ -> judged(Status.RESTRICTED, item, circumstances);
            case Way.Regrade(ItemCode other, Status status) -> judged(status, other, circumstances);
            case Way.GiveBack(PartnerCode supplier, DocumentCode document) ->
                List.of(new Event.ReturnedToSupplier(
                        said(circumstances), document, supplier, List.of(line)));
            case Way.Destroy(DocumentCode document, var _, var _) ->
                List.of(new Event.Destroyed(said(circumstances), document, List.of(line)));
        };
    }

    private List<Event> judged(
            Status status, ItemCode becomes, Supplier<Circumstances> circumstances) {
        List<Event> events = new ArrayList<>();
        Portion decided = line.lot();
        if (!number.isEmpty()) {
            Circumstances first = said(circumstances);
            Birth part = new Birth(
                    0,
                    1,
                    Passport.of(becomes, new LotNumber(number)),
                    line.quantity(),
                    line.catchWeight(),
                    line.from(),
                    null);
            events.add(new Event.Split(
                    first,
                    way instanceof Way.Regrade ? SplitKind.REGRADE : SplitKind.SPLIT,
                    line,
                    List.of(part)));
            decided = Portion.of(new LotId(first.id(), 0));
        }
        events.add(new Event.Judged(said(circumstances), status, List.of(decided), basis));
        return events;
    }

    private Circumstances said(Supplier<Circumstances> circumstances) {
        return circumstances.get().because(reason());
    }
}
