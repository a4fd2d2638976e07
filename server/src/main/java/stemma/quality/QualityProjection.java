package stemma.quality;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Appended;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.quality.store.InspectionTable;
import stemma.quality.store.SpecificationTable;

import java.util.ArrayList;
import java.util.List;

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
        List<Event> effects = new ArrayList<>();
        for (Recorded recorded : appended.events())
            if (recorded.effect() instanceof Event effect) effects.add(effect);
        InspectedBirths inspected = InspectedBirths.of(effects, specifications);
        for (Recorded recorded : appended.events()) {
            undo(recorded);
            Event effect = recorded.effect();
            if (effect == null) continue;
            judge(recorded, effect);
            share(recorded, effect);
            open(recorded, effect, inspected);
        }
    }

    private void undo(Recorded recorded) {
        if (recorded.undone() == null) return;
        Event undone = recorded.undone().effect();
        if (undone instanceof Event.Judged)
            inspections.ended(recorded.undone().seq(), recorded.seq());
        if (InspectedBirths.occasion(undone) != null) inspections.annul(List.of(undone.id()));
    }

    private void judge(Recorded recorded, Event effect) {
        if (!(effect instanceof Event.Judged judged)) return;
        for (InspectionBasis basis : judged.inspections())
            inspections.judged(basis.inspection(), recorded.seq(), effect.id());
    }

    /**
     * What is split off or put together is the same material and stands under what it was; not
     * under what was opened later, which a ledger told again has already.
     */
    private void share(Recorded recorded, Event effect) {
        List<Portion> from = BornNow.sources(effect);
        if (from.isEmpty()) return;
        for (Birth birth : Facts.births(effect))
            inspections.share(from, birth.of(effect.id()), recorded.recordedAt());
    }

    private void open(Recorded recorded, Event effect, InspectedBirths inspected) {
        Occasion occasion = InspectedBirths.occasion(effect);
        if (occasion == null) return;
        for (Birth birth : Facts.births(effect)) {
            String item = LotNumber.normal(birth.passport().item().code());
            Specification held = inspected.against(effect, birth, recorded.recordedAt());
            if (held == null) continue;
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
                    held.due(recorded.recordedAt()),
                    Inspection.State.OPEN));
        }
    }

    private static EventId id(EventId event, Birth birth, String item) {
        return event.derived("inspection/" + birth.ordinal() + "/" + item);
    }
}
