package stemma.inquiry.web;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Boundary;
import stemma.genealogy.Completeness;
import stemma.genealogy.Direction;
import stemma.genealogy.Path;
import stemma.identifiers.RunId;
import stemma.inquiry.Consignee;
import stemma.inquiry.ContainerCard;
import stemma.inquiry.Group;
import stemma.inquiry.Insight;
import stemma.inquiry.KnownEnd;
import stemma.inquiry.LotLine;
import stemma.inquiry.Moment;
import stemma.inquiry.Reception;
import stemma.inquiry.Road;
import stemma.inquiry.Side;
import stemma.inquiry.Stage;
import stemma.inquiry.Where;
import stemma.ledger.Evidence;
import stemma.ledger.Status;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Badge;
import stemma.shell.Figure;
import stemma.shell.SiteTime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words and signs what the pages of the answers show. */
public final class Words {
    private Words() {}

    /** Returns the date after which a lot must not be used, or else is no longer at its best. */
    public static String date(LotLine line) {
        var passport = line.lot().passport();
        if (passport.expiry() != null) return "expires " + passport.expiry().text();
        return passport.bestBefore() == null
                ? ""
                : "best before " + passport.bestBefore().text();
    }

    static String row(Where row) {
        return String.join(
                " ",
                row(row.lot()),
                row.stage().words(),
                row.words(),
                row.shipment() == null ? "" : row.shipment().code().code(),
                row.consignee() == null ? "" : consignee(row.consignee()));
    }

    static String row(LotLine line) {
        return line.number() + " " + line.itemName() + " " + line.lot().item() + " "
                + badge(line.status()).word() + (line.isHeld() ? " held" : "");
    }

    static String row(Reception row) {
        return consignee(row.consignee()) + " " + row.itemName() + " "
                + String.join(" ", row.shipments());
    }

    static String row(Road road) {
        return road.shipment().code() + " " + consignee(road.consignee()) + " "
                + road.loads().stream()
                        .map(load -> row(load.lot()))
                        .collect(Collectors.joining(" "));
    }

    private static String consignee(Consignee consignee) {
        return consignee.name() + " " + consignee.shipToName() + " " + postal(consignee);
    }

    /** Returns {@code 1,180 case}, or a dash for what is unknown. */
    public static String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "—" : number(quantity) + " " + quantity.unit();
    }

    /** Returns what is in a container at every depth, such as {@code 10 containers, 100 ea}. */
    public static String inside(ContainerCard.Nest nest) {
        Map<Unit, Quantity> sums = new LinkedHashMap<>();
        for (ContainerCard.Entry entry : nest.all())
            sums.merge(entry.quantity().unit(), entry.quantity(), Quantity::plus);
        String amounts = sums.isEmpty()
                ? "nothing"
                : sums.values().stream().map(Words::quantity).collect(Collectors.joining(" and "));
        int count = nest.count();
        if (count == 0) return amounts;
        return count + (count == 1 ? " container, " : " containers, ") + amounts;
    }

    public static String number(Quantity quantity) {
        return Figure.grouped(quantity.number());
    }

    /** Returns where a consignee is, with the country, as it stands under his name. */
    public static String postal(Consignee consignee) {
        return Stream.of(consignee.address(), consignee.country())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Returns {@code 1 lot} or {@code 3 lots}. */
    public static String count(long count, String one, String many) {
        return Figure.grouped(count) + " " + (count == 1 ? one : many);
    }

    /** Returns how long it is in the greatest unit that divides it: 12 hours, 1 day. */
    public static String span(Duration span) {
        if (span.toMinutes() % Duration.ofDays(1).toMinutes() == 0)
            return count(span.toDays(), "day", "days");
        if (span.toMinutes() % Duration.ofHours(1).toMinutes() == 0)
            return count(span.toHours(), "hour", "hours");
        return count(span.toMinutes(), "minute", "minutes");
    }

    public static List<Badge> badges(LotLine line) {
        List<Badge> badges = new ArrayList<>();
        if (line.isHeld()) badges.add(Badge.HELD);
        badges.add(badge(line.status()));
        if (line.lot().isRetained()) badges.add(Badge.RETAINED);
        if (line.isExpired()) badges.add(Badge.EXPIRED);
        return badges;
    }

    public static Badge badge(Status status) {
        return switch (status) {
            case QUARANTINED -> Badge.QUARANTINED;
            case RELEASED -> Badge.RELEASED;
            case RESTRICTED -> Badge.RESTRICTED;
            case REJECTED -> Badge.REJECTED;
        };
    }

    public static String evidence(Evidence evidence) {
        return switch (evidence) {
            case SCANNED -> "scanned";
            case KEYED -> "keyed";
            case IMPORTED -> "imported";
            case DERIVED -> "derived by rule";
            case ASSUMED -> "assumed";
            case UNKNOWN -> "unknown";
        };
    }

    /** Says what a grade of evidence means to whoever decides by it. */
    public static String strength(Evidence evidence) {
        return switch (evidence) {
            case SCANNED -> "read by a scanner as it happened";
            case KEYED -> "typed by a person";
            case IMPORTED -> "taken over from another system";
            case DERIVED -> "nobody saw it: a rule of the plant says so";
            case ASSUMED -> "nobody saw it: it may be so, and nothing says it is not";
            case UNKNOWN -> "nobody said how it is known";
        };
    }

    public static String manner(Path.Manner manner) {
        return switch (manner) {
            case MADE -> "went into";
            case CARRIED_OVER -> "was left in the line after";
            case PARTED -> "was parted in";
        };
    }

    /** A split, merge or return is a run of its own, which people have no number for. */
    public static String run(RunId run) {
        return isOwn(run.code()) ? "one material" : "run " + run;
    }

    /** Returns a run or vessel that a lot was reached through, as people know it. */
    public static String through(String maker) {
        return isOwn(maker) ? "same material" : maker;
    }

    /** An event that parts or takes back material is a run of its own, or several numbered ones. */
    private static boolean isOwn(String run) {
        return run.matches("[0-9a-f-]{36}(/\\d+)?");
    }

    /** Says whether a link or path is drawn dashed: nobody saw it happen. */
    public static boolean isInferred(Evidence evidence) {
        return evidence.compareTo(Evidence.DERIVED) >= 0;
    }

    public static String direction(Direction direction) {
        return switch (direction) {
            case FORWARD -> "Forward: everything that may contain it";
            case BACKWARD -> "Backward: everything it may contain";
        };
    }

    /** Returns the direction in one word. */
    public static String heading(Direction direction) {
        return switch (direction) {
            case FORWARD -> "Forward";
            case BACKWARD -> "Backward";
        };
    }

    public static String tier(Group.Tier tier) {
        return switch (tier) {
            case FINISHED -> "Finished goods";
            case MADE_ON_THE_WAY -> "Made on the way and used again";
            case ASKED -> "What was asked about";
        };
    }

    /** Returns where a quantity is, as in {@code 380 kg on site · 120 kg used up}. */
    public static String where(Map<Stage, Quantity> stages) {
        List<String> parts = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Quantity quantity = stages.get(stage);
            if (quantity != null && !quantity.isZero())
                parts.add(number(quantity) + " " + quantity.unit().code() + " " + stage.words());
        }
        return parts.isEmpty() ? "nothing left" : String.join(" · ", parts);
    }

    /** Returns the first sentence of a completeness statement. */
    public static String headline(Completeness complete) {
        int gaps = complete.gaps().size();
        return gaps == 0 ? "Complete" : "Complete, with " + count(gaps, "gap", "gaps");
    }

    /** Returns how far an answer reached; an index counts no links and generations. */
    public static String extent(Completeness complete) {
        StringBuilder words = new StringBuilder("From ")
                .append(count(complete.question().roots().size(), "lot", "lots"))
                .append(": ")
                .append(count(complete.lots(), "lot", "lots"))
                .append(" through ")
                .append(count(complete.runs(), "run", "runs"));
        complete.links()
                .ifPresent(links -> words.append(" and ").append(count(links, "link", "links")));
        complete.depth()
                .ifPresent(depth -> words.append(", ")
                        .append(count(depth, "generation", "generations"))
                        .append(" deep"));
        return words.append(", without a limit.").toString();
    }

    public static String freshness(Completeness complete, Insight insight) {
        String sealed = "Sealed to " + Figure.grouped(complete.sealedSize());
        if (!insight.isNow())
            return "As known at entry " + Figure.grouped(insight.known().size()) + " of the log; "
                    + "today it is sealed to " + Figure.grouped(complete.sealedSize()) + ".";
        return complete.unsealed() == 0
                ? sealed + "; nothing was recorded since."
                : sealed + ", and " + count(complete.unsealed(), "entry", "entries")
                        + " recorded since, which this answer includes.";
    }

    public static String boundary(Boundary boundary) {
        String lots = count(boundary.lots(), "lot", "lots");
        return switch (boundary.kind()) {
            case BEFORE_RECORDS -> lots + " existed before records";
            case CAME_FROM_SUPPLIER -> lots + " came from supplier " + boundary.partner();
            case LEFT_OUR_KNOWLEDGE -> lots + " left our knowledge at " + boundary.partner();
        };
    }

    /** Returns where knowledge of a lot begins and ends, in words. */
    static String ends(List<KnownEnd> ends) {
        Map<Boundary.Kind, String> at = new EnumMap<>(Boundary.Kind.class);
        for (KnownEnd end : ends)
            at.merge(end.kind(), end.partner(), (names, more) -> names + ", " + more);
        return at.entrySet().stream()
                .map(end -> switch (end.getKey()) {
                    case BEFORE_RECORDS -> "existed before records";
                    case CAME_FROM_SUPPLIER -> "came from supplier " + end.getValue();
                    case LEFT_OUR_KNOWLEDGE -> "left our knowledge at " + end.getValue();
                })
                .collect(Collectors.joining("; "));
    }

    /** Returns the whole statement as one text, as exports carry it. */
    public static String statement(Completeness complete, Insight insight) {
        List<String> parts = new ArrayList<>();
        parts.add(headline(complete) + ".");
        parts.add(extent(complete));
        parts.add(freshness(complete, insight));
        complete.boundaries().forEach(boundary -> parts.add(boundary(boundary) + "."));
        complete.leftOut()
                .forEach(left ->
                        parts.add(count(left.lots(), "lot", "lots") + " " + left.sentence() + "."));
        return String.join(" ", parts);
    }

    /** Returns a word of code as people read it, such as {@code used before made}. */
    public static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns a gap in few words that say what it is a gap of. */
    static String gap(String code) {
        return switch (code) {
            case "not_enough" -> "not enough by the books";
            case "similar_lot" -> "similar lot number";
            default -> plain(code);
        };
    }

    /** Returns why something that only one of two has stands where they part. */
    public static String turn(stemma.genealogy.Sharing.Turn turn) {
        return switch (turn) {
            case SHARED -> "shared";
            case PARTS -> "comes straight of what both have";
            case BEGINS -> "begins here: the record knows of nothing it comes of";
            case BETWEEN -> "comes of what only one has";
        };
    }

    /** Returns what one side of a comparison knew, such as {@code sealed to 1,204 entries}. */
    static String side(Side side, SiteTime time) {
        Instant at = side.insight().knownAt().orElseThrow();
        String wall = time.wall(at) + " " + time.zoneName(at);
        return switch (side.moment()) {
            case Moment.Now _ -> "now, " + wall;
            case Moment.KnownAt _ ->
                "as known at " + wall + ", sealed to "
                        + Figure.grouped(side.insight().known().size());
            case Moment.SealedTo(long size) -> "sealed to " + Figure.grouped(size) + ", by " + wall;
        };
    }
}
