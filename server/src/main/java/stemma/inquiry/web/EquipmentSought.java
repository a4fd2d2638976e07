package stemma.inquiry.web;

import org.springframework.stereotype.Component;

import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.intake.Sight;
import stemma.production.UnfitUse;
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
        List<UnfitUse> all = unfit.of(used);
        Sight sight = asked.sight();
        List<UnfitUse> seen = all.stream().filter(use -> sight.sees(use.site())).toList();
        return new EquipmentFound(seen, all.size() - seen.size(), known);
    }
}
