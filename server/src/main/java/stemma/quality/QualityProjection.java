package stemma.quality;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Appended;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Line;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.quality.store.InspectionTable;
import stemma.quality.store.SpecificationTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens inspections with the births that call for one, by the revision in force when the birth was
 * recorded; voids them with it; and notes which judgements name which inspection. Told again, it
 * makes the same rows, so that a ledger restored has them once.
 */
final class QualityProjection implements Projection {
    private final SpecificationTable specifications;
    private final InspectionTable inspections;

    QualityProjection(JdbcClient database) {
        this.specifications = new SpecificationTable(database);
        this.inspections = new InspectionTable(database);
    }

    @Override
    public void project(Appended appended) {
        Map<String, List<Specification>> known = specifications(appended.events());
        for (Recorded recorded : appended.events()) {
            undo(recorded);
            Event effect = recorded.effect();
            if (effect == null) continue;
            judge(recorded, effect);
            share(effect);
            Occasion occasion = occasion(effect);
            if (occasion != null) open(recorded, effect, occasion, known);
        }
    }

    private Map<String, List<Specification>> specifications(List<Recorded> events) {
        Set<ItemCode> items = new HashSet<>();
        for (Recorded recorded : events) {
            Event effect = recorded.effect();
            if (effect == null || occasion(effect) == null) continue;
            for (Birth birth : Facts.births(effect)) items.add(birth.passport().item());
        }
        Map<String, List<Specification>> byItem = new HashMap<>();
        for (Specification one : specifications.everInForce(items)) {
            byItem.computeIfAbsent(LotNumber.normal(one.item().code()), _ -> new ArrayList<>())
                    .add(one);
        }
        return byItem;
    }

    private void undo(Recorded recorded) {
        if (recorded.undone() == null) return;
        Event undone = recorded.undone().effect();
        if (undone instanceof Event.Judged)
            inspections.ended(recorded.undone().seq(), recorded.seq());
        if (occasion(undone) != null) inspections.annul(List.of(undone.id()));
    }

    private void judge(Recorded recorded, Event effect) {
        if (!(effect instanceof Event.Judged judged)) return;
        for (InspectionBasis basis : judged.inspections())
            inspections.judged(basis.inspection(), recorded.seq(), effect.id());
    }

    /** What is split off or put together is the same material and stands under what it was. */
    private void share(Event effect) {
        List<Portion> from = switch (effect) {
            case Event.Split e -> List.of(e.from().lot());
            case Event.Merged e -> e.from().stream().map(Line::lot).toList();
            default -> List.of();
        };
        if (from.isEmpty()) return;
        for (Birth birth : Facts.births(effect)) inspections.share(from, birth.of(effect.id()));
    }

    private void open(
            Recorded recorded,
            Event effect,
            Occasion occasion,
            Map<String, List<Specification>> known) {
        for (Birth birth : Facts.births(effect)) {
            String item = LotNumber.normal(birth.passport().item().code());
            Specification held = inForce(known.get(item), recorded.recordedAt());
            if (held == null || !held.occasions().contains(occasion)) continue;
            inspections.open(new Inspection(
                    id(effect.id(), birth, item),
                    held.item(),
                    held.revision(),
                    List.of(birth.of(effect.id())),
                    effect.circumstances().site(),
                    occasion,
                    birth.quantity(),
                    held.sampling().samples(birth.quantity().amount()),
                    recorded.recordedAt(),
                    recorded.author().actor(),
                    Inspection.State.OPEN));
        }
    }

    private static EventId id(EventId event, Birth birth, String item) {
        return event.derived("inspection/" + birth.ordinal() + "/" + item);
    }

    private static @Nullable Specification inForce(@Nullable List<Specification> all, Instant at) {
        if (all == null) return null;
        for (Specification one : all) {
            Instant since = one.inForceAt();
            Instant until = one.retiredAt();
            boolean began = since != null && !since.isAfter(at);
            if (began && (until == null || until.isAfter(at))) return one;
        }
        return null;
    }

    private static @Nullable Occasion occasion(Event event) {
        return switch (event) {
            case Event.Received _ -> Occasion.RECEIPT;
            case Event.Produced _, Event.Drawn _ -> Occasion.PRODUCTION;
            case Event.Returned _ -> Occasion.RETURN;
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> null;
        };
    }
}
