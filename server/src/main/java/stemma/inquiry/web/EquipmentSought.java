package stemma.inquiry.web;

import org.springframework.stereotype.Component;

import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.production.UnfitSeen;
import stemma.upkeep.UnfitUses;
import stemma.upkeep.UsedFor;

import java.util.List;

/** Seeks what stands against the equipment used for all that a whole answer tells, at once. */
@Component
final class EquipmentSought {
    private final UnfitUses unfit;
    private final Asked asked;

    EquipmentSought(UnfitUses unfit, Asked asked) {
        this.unfit = unfit;
        this.asked = asked;
    }

    EquipmentFound of(List<TraceAnswer> answers) {
        boolean isNow = answers.getFirst().insight().isNow();
        return seen(
                UsedFor.traces(answers.stream().map(TraceAnswer::trace).toList()),
                isNow ? EquipmentFound.As.ASKED : EquipmentFound.As.KNOWN_TODAY);
    }

    /** Of the making of these lots, and of what touched them. */
    EquipmentFound of(Subject subject) {
        return seen(UsedFor.lots(subject.lots(), subject.roots()), EquipmentFound.As.ASKED);
    }

    private EquipmentFound seen(UsedFor used, EquipmentFound.As known) {
        return new EquipmentFound(UnfitSeen.by(asked.sight()::sees, unfit.of(used)), known);
    }
}
