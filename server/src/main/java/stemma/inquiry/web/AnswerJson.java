package stemma.inquiry.web;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Apportioned;
import stemma.genealogy.Completeness;
import stemma.genealogy.Epoch;
import stemma.genealogy.Gap;
import stemma.genealogy.LotShare;
import stemma.genealogy.Outline;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedRun;
import stemma.identifiers.Portion;
import stemma.inquiry.Candidate;
import stemma.inquiry.Insight;
import stemma.inquiry.LotCard;
import stemma.inquiry.LotLine;
import stemma.inquiry.Neighbour;
import stemma.inquiry.Past;
import stemma.inquiry.Stage;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.ledger.EventJson;
import stemma.ledger.ReachJson;
import stemma.quality.Contested;
import stemma.quantity.Quantity;
import stemma.shell.Members;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The answers as JSON: quantities are strings with their unit, moments ISO 8601, absent is absent.
 */
final class AnswerJson {
    private AnswerJson() {}

    /** Returns the names and values in turn, in order, without those that are absent. */
    static Map<String, Object> map(@Nullable Object... pairs) {
        return Members.of(pairs);
    }

    static Map<String, Object> finding(String text, String meaning, List<Candidate> candidates) {
        return map(
                "text", text,
                "meaning", meaning,
                "candidates",
                        candidates.stream()
                                .map(c -> map(
                                        "kind", c.kind().code(),
                                        "number", c.number(),
                                        "about", c.about(),
                                        "standing", c.standing(),
                                        "at", c.at().map(Object::toString).orElse(null),
                                        "page", c.address()))
                                .toList());
    }

    static Map<String, Object> lot(LotLine line) {
        return map(
                "lot", line.lot().span().toString(),
                "number", line.number(),
                "item", line.lot().item().code(),
                "name", line.itemName(),
                "unit", line.lot().unit().code(),
                "tracking", line.lot().tracking().name().toLowerCase(Locale.ROOT),
                "site", line.lot().site().code(),
                "status", line.status().name().toLowerCase(Locale.ROOT),
                "expired", line.isExpired(),
                "holds", line.holds().stream().map(hold -> hold.code().code()).toList(),
                "bornFrom", line.lot().bornFrom().toString(),
                "bornTo", line.lot().bornTo().toString());
    }

    static Map<String, Object> card(
            LotCard card, List<Gap> reviews, List<Gap> leftFree, JudgedLots.Of judged) {
        return map(
                "title", card.subject().title(),
                "at", card.at().toString(),
                "lots", card.lines().stream().map(AnswerJson::lot).toList(),
                "whereabouts", card.groups().stream().map(BoardJson::group).toList(),
                "shipments", card.roads().stream().map(BoardJson::road).toList(),
                "inputs", card.inputs().stream().map(AnswerJson::neighbour).toList(),
                "uses", card.uses().stream().map(AnswerJson::neighbour).toList(),
                "lotsMadeOfIt", card.lotsMadeOfIt(),
                "lotsInIt", card.lotsInIt(),
                "reviews", reviews.stream().map(AnswerJson::review).toList(),
                "leftFree", leftFree.stream().map(AnswerJson::review).toList(),
                "inspections", JudgedJson.inspections(judged.inspections()),
                "against", JudgedJson.against(judged.against()),
                "events", card.past().total(),
                "unseenEvents", card.past().unseen() == 0 ? null : card.past().unseen(),
                "history", card.past().events().stream().map(AnswerJson::past).toList());
    }

    static Map<String, Object> hold(Hold hold, String standing) {
        return map(
                "hold", hold.code().code(),
                "standing", standing,
                "reach", ReachJson.write(hold.reach()),
                "descent", word(hold.descent()),
                "spread", word(hold.spread()),
                "reason", hold.reason(),
                "actor", hold.actor().code(),
                "since", hold.since().toString());
    }

    /** Reports that stand with violations, and each violation with what is wrong. */
    static Map<String, Object> gaps(
            Past.Page page, List<Gap> reviews, List<Contested.Against> against) {
        return map(
                "offset",
                page.offset(),
                "total",
                page.total(),
                "unseen",
                page.unseen() == 0 ? null : page.unseen(),
                "gaps",
                page.events().stream().map(AnswerJson::past).toList(),
                "reviews",
                reviews.stream().map(AnswerJson::review).toList(),
                "against",
                JudgedJson.against(against));
    }

    private static Map<String, Object> review(Gap gap) {
        return map(
                "code", gap.code(),
                "lots", gap.lots().stream().map(Portion::toString).toList(),
                "because", gap.because().stream().map(Portion::toString).toList(),
                "event", gap.event().toString(),
                "sentence", gap.sentence());
    }

    static Map<String, Object> past(Past past) {
        return map(
                "seq", Long.toString(past.recorded().seq()),
                "recordedAt", past.recorded().recordedAt().toString(),
                "actor", past.recorded().author().actor().code(),
                "supersededBy",
                        past.correction() == null
                                ? null
                                : past.correction().event().id().toString(),
                "event", EventJson.write(past.recorded().event()));
    }

    private static Map<String, Object> neighbour(Neighbour run) {
        return map(
                "run", run.name(),
                "order", run.order().isEmpty() ? null : run.order(),
                "line", run.line().isEmpty() ? null : run.line(),
                "quantity", text(run.quantity()),
                "evidence", word(run.evidence()),
                "lots",
                        run.ends().stream()
                                .map(end -> map(
                                        "lot", end.lot().span().toString(),
                                        "number", end.lot().number().text(),
                                        "item", end.lot().item().code(),
                                        "quantity", text(end.quantity()),
                                        "evidence", word(end.evidence())))
                                .toList());
    }

    static Map<String, Object> trace(TraceAnswer answer, String detail) {
        Trace trace = answer.trace();
        return map(
                "direction", word(answer.direction()),
                "at", answer.at().toString(),
                "knownAt", answer.insight().knownAt().map(Object::toString).orElse(null),
                "completeness", completeness(trace.completeness(), answer.insight()),
                "apportioned", answer.apportioned().map(AnswerJson::apportioned).orElse(null),
                "rows", answer.rows().stream().map(row -> row(answer, row)).toList(),
                "nodes",
                        isOfRows(detail)
                                ? null
                                : trace.nodes().stream().map(AnswerJson::node).toList(),
                "links", detail.equals("links") ? links(trace) : null,
                "outline", detail.equals("outline") ? outline(trace.outline()) : null);
    }

    private static boolean isOfRows(String detail) {
        return detail.equals("rows") || detail.equals("shares");
    }

    /** What was asked about, as it came in, and what of it is expected to be in no lot. */
    private static Map<String, Object> apportioned(Apportioned all) {
        return map(
                "suspect", text(all.suspect()),
                "lost", all.lost().toPlainString(),
                "between", all.between().toPlainString(),
                "digits", 4);
    }

    private static Map<String, Object> share(LotShare share) {
        return map(
                "expected", share.expected().toPlainString(),
                "minimum", share.minimum().toPlainString(),
                "maximum", share.maximum().toPlainString(),
                "apportioned", share.bases());
    }

    private static Map<String, Object> row(TraceAnswer answer, TraceRow row) {
        Map<String, Object> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            Quantity quantity = row.where().get(stage);
            if (quantity != null && !quantity.isZero()) stages.put(stage.code(), text(quantity));
        }
        Map<String, Object> map = lot(row.line());
        map.put("node", row.reached().number());
        map.put("portion", row.reached().portion().toString());
        map.put("generation", row.reached().depth());
        map.put("way", word(row.reached().way()));
        map.put("evidence", word(row.reached().evidence()));
        map.put("onlyThroughPools", row.reached().onlyThroughPools());
        map.put("through", row.through());
        map.put("whereabouts", stages);
        answer.share(row).ifPresent(share -> map.put("share", share(share)));
        return map;
    }

    private static Map<String, Object> node(TraceNode node) {
        return switch (node) {
            case Reached lot -> map("node", lot.number(), "lot", lot.portion().toString());
            case TracedRun run ->
                map(
                        "node", run.number(),
                        "run", run.id().code(),
                        "kind", run.kind(),
                        "likeness", word(run.likeness()),
                        "extent", word(run.extent()),
                        "order", run.order() == null ? null : run.order().code(),
                        "line", run.line() == null ? null : run.line().code(),
                        "startedFrom", run.startedFrom().toString());
            case Epoch vessel ->
                map(
                        "node",
                        vessel.number(),
                        "vessel",
                        vessel.vessel().code(),
                        "opened",
                        vessel.opened() == null ? null : vessel.opened().toString(),
                        "closed",
                        vessel.closed() == null ? null : vessel.closed().toString());
        };
    }

    private static List<Object> links(Trace trace) {
        List<Object> links = new ArrayList<>();
        trace.links()
                .forEach(link -> links.add(map(
                        "from", link.from(),
                        "to", link.to(),
                        "portion",
                                link.portion() == null ? null : link.portion().toString(),
                        "quantity", text(link.quantity()),
                        "evidence", word(link.evidence()))));
        return links;
    }

    private static List<Object> outline(Outline outline) {
        List<Object> lines = new ArrayList<>();
        outline.lines()
                .forEach(line -> lines.add(map(
                        "indent", line.indent(),
                        "node", line.node().number(),
                        "unfoldedAt", line.unfoldedAt())));
        return lines;
    }

    static Map<String, Object> completeness(Completeness complete, Insight insight) {
        return map(
                "statement", Words.statement(complete, insight),
                "sealedSize", complete.sealedSize(),
                "unsealed", complete.unsealed(),
                "lots", complete.lots(),
                "runs", complete.runs(),
                "links", orNull(complete.links()),
                "depth", orNull(complete.depth()),
                "boundaries",
                        complete.boundaries().stream()
                                .map(end -> map(
                                        "kind", word(end.kind()),
                                        "partner",
                                                end.partner() == null
                                                        ? null
                                                        : end.partner().code(),
                                        "lots", end.lots()))
                                .toList(),
                "gaps",
                        complete.gaps().stream()
                                .map(gap -> map(
                                        "code", gap.code(),
                                        "event", gap.event().toString(),
                                        "sentence", gap.sentence()))
                                .toList(),
                "leftOut", complete.leftOut());
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable String text(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
