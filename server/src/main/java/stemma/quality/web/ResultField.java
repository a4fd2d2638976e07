package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventIds;
import stemma.quality.Characteristic;
import stemma.quality.InspectionCard;
import stemma.quality.Result;

import java.util.ArrayList;
import java.util.List;

/** One field of the page on which results are keyed, with the result that counts there now. */
public record ResultField(
        Characteristic characteristic,
        int sample,
        int samples,
        String id,
        @Nullable Result now) {
    static List<ResultField> of(InspectionCard card, EventIds ids) {
        List<ResultField> fields = new ArrayList<>();
        for (Characteristic one : card.specification().characteristics()) {
            List<Result> counting = card.counting(one);
            int needed = card.needed(one);
            for (int sample = 1; sample <= needed; sample++) {
                int which = sample;
                fields.add(new ResultField(
                        one,
                        sample,
                        needed,
                        ids.next().toString(),
                        counting.stream()
                                .filter(result -> result.sample() == which)
                                .findFirst()
                                .orElse(null)));
            }
        }
        return fields;
    }

    static String name(int characteristic, int sample) {
        return "r" + characteristic + "-" + sample;
    }

    public String name() {
        return name(characteristic.number(), sample);
    }

    public String label() {
        return characteristic.name() + (samples == 1 ? "" : ", sample " + sample);
    }

    /** Returns a limit as plain text, empty where there is none. */
    public static String text(java.math.@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.toPlainString();
    }
}
