package stemma.catalog;

import java.util.List;

/** What came of an amendment: what changed, or every reason why nothing did. */
public sealed interface AmendmentAnswer {
    /** All of it stands; masters that were so already are among the changes, as unchanged. */
    record Amended(List<MasterChange> changes) implements AmendmentAnswer {
        public Amended {
            changes = List.copyOf(changes);
        }

        /** Returns how many masters the amendment had this effect on. */
        public long count(MasterChange.Effect effect) {
            return changes.stream().filter(change -> change.effect() == effect).count();
        }
    }

    /** None of it stands. */
    record Refused(List<MasterRefusal> refusals) implements AmendmentAnswer {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
