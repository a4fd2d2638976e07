package stemma.inquiry.web;

import stemma.identifiers.Portion;
import stemma.quality.Contested;
import stemma.quality.InspectionCard;

import java.util.List;
import java.util.Map;

/** What quality found of lots, as JSON. */
final class JudgedJson {
    private JudgedJson() {}

    static List<Map<String, Object>> inspections(List<InspectionCard> cards) {
        return cards.stream().map(JudgedJson::inspection).toList();
    }

    static List<Map<String, Object>> against(List<Contested.Against> against) {
        return against.stream().map(JudgedJson::against).toList();
    }

    private static Map<String, Object> inspection(InspectionCard card) {
        return AnswerJson.map(
                "inspection",
                card.inspection().id().toString(),
                "revision",
                card.specification().revision(),
                "occasion",
                card.inspection().occasion().word(),
                "openedAt",
                card.inspection().openedAt().toString(),
                "state",
                card.inspection().state().word(),
                "conclusion",
                card.verdict().conclusion().word(),
                "changedSince",
                card.changedSince());
    }

    private static Map<String, Object> against(Contested.Against one) {
        return AnswerJson.map(
                "code", one.code(),
                "inspection", one.card().inspection().id().toString(),
                "conclusion", one.card().verdict().conclusion().word(),
                "lots", one.lots().stream().map(Portion::toString).toList(),
                "sentence", one.sentence());
    }
}
