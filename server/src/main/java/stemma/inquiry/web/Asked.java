package stemma.inquiry.web;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import stemma.access.Asking;
import stemma.access.Caller;
import stemma.genealogy.Gap;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Moment;
import stemma.inquiry.Road;
import stemma.inquiry.Subject;
import stemma.intake.Sight;
import stemma.intake.Walls;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Hold;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Reads what an address asks about: a lot number with or without its item, or an id; and as known
 * when.
 */
@Component
final class Asked {
    private final Inquiry inquiry;
    private final ZoneId zone;
    private final Asking asking;
    private final Walls walls;

    Asked(Inquiry inquiry, ZoneId zone, Asking asking, Walls walls) {
        this.inquiry = inquiry;
        this.zone = zone;
        this.asking = asking;
        this.walls = walls;
    }

    /** Reads what an address is about: {@code root}, or else a lot by number or id. */
    Subject subject(MultiValueMap<String, String> sent) {
        String roots = roots(sent);
        return roots.isEmpty()
                ? subject(word(sent, "lot"), word(sent, "item"), word(sent, "id"))
                : rooted(roots);
    }

    /** Returns what roots of any kind mean, one to a line. */
    Subject rooted(String lines) {
        return seen(inquiry.rooted(lines, zone), "roots_empty", lines.strip());
    }

    /** Reads roots of any kind from an address that takes nothing else. */
    Subject rooted(MultiValueMap<String, String> sent) {
        return rooted(roots(sent));
    }

    /** Returns the roots as written, and the one that stands in fields of its own, if any. */
    static String roots(MultiValueMap<String, String> sent) {
        String code = word(sent, "code").strip();
        String written = word(sent, "root").strip();
        if (code.isEmpty()) return written;
        String since = word(sent, "since").strip();
        String until = word(sent, "until").strip();
        String window = since.isEmpty() && until.isEmpty() ? "" : " " + since + ".." + until;
        return (written + "\n" + kind(sent) + ":" + code + window).strip();
    }

    /** Returns the kind of the root in the fields. */
    static String kind(MultiValueMap<String, String> sent) {
        String kind = word(sent, "kind").strip();
        return kind.isEmpty() ? "lot" : kind;
    }

    Subject subject(String lot, String item, String id) {
        if (!id.isBlank())
            return seen(inquiry.one(Portion.of(id.strip())), "lot_unknown", id.strip());
        if (lot.isBlank()) {
            throw new Refused(Problem.of("lot_missing", 422, "The address names no lot.")
                    .notRecording("")
                    .advising(
                            "Add lot= and the number, id= and the lot id, or root= and any root."));
        }
        Optional<ItemCode> code =
                item.isBlank() ? Optional.empty() : Optional.of(new ItemCode(item.strip()));
        return seen(inquiry.family(code, new LotNumber(lot.strip())), "lot_unknown", lot.strip());
    }

    /** Returns those rows of a list whose lots the caller may know of. */
    <T> List<T> seen(List<T> rows, Function<T, Lot> lot) {
        Optional<Caller> caller = asking.caller();
        if (caller.isEmpty() || Walls.seesAll(caller.get())) return rows;
        Set<Lot> seen =
                new HashSet<>(walls.seen(caller.get(), rows.stream().map(lot).toList()));
        return rows.stream().filter(row -> seen.contains(lot.apply(row))).toList();
    }

    /** Returns what who asks may see. */
    Sight sight() {
        return asking.caller().map(walls::sight).orElse(Sight.WHOLE);
    }

    /** Returns those gaps whose lots the caller may know of. */
    List<Gap> gaps(List<Gap> gaps) {
        return those(gaps, (caller, gap) -> !walls.seenIds(caller, gap.lots()).isEmpty());
    }

    /** Returns the shipments from sites of the caller's. */
    List<Road> roads(List<Road> roads) {
        return those(roads, (caller, road) -> Walls.sees(caller, road.shipment().site()));
    }

    /** Returns the holds that were set at sites of the caller's. */
    List<Hold> holds(List<Hold> holds) {
        return those(
                holds,
                (caller, hold) -> walls.site(hold)
                        .filter(site -> Walls.sees(caller, site))
                        .isPresent());
    }

    private <T> List<T> those(List<T> rows, BiPredicate<Caller, T> seen) {
        Optional<Caller> caller = asking.caller();
        if (caller.isEmpty() || Walls.seesAll(caller.get())) return rows;
        return rows.stream().filter(row -> seen.test(caller.get(), row)).toList();
    }

    /** Leaves out what the caller may not know of; of nothing else there is nothing. */
    private Subject seen(Subject subject, String code, String text) {
        Optional<Caller> caller = asking.caller();
        if (caller.isEmpty() || Walls.seesAll(caller.get())) return subject;
        List<Lot> seen = walls.seen(caller.get(), subject.lots());
        if (seen.isEmpty()) {
            throw new Refused(Problem.of(code, 404, "There is no lot " + text + ".")
                    .notRecording("")
                    .with("lot", text));
        }
        return subject.of(seen);
    }

    /** Reads the address of a trace: what it is about, which way it goes, and its picture. */
    TraceAsked trace(MultiValueMap<String, String> sent) {
        String direction = word(sent, "direction");
        return new TraceAsked(
                subject(sent),
                TraceAsked.ways(direction).size() == 2 ? "both" : direction,
                knownAt(sent),
                PictureQuery.of(
                        word(sent, "through"),
                        sent.getOrDefault("open", List.of()),
                        word(sent, "find")));
    }

    private static String word(MultiValueMap<String, String> sent, String name) {
        String word = sent.getFirst(name);
        return word == null ? "" : word;
    }

    Optional<Instant> knownAt(MultiValueMap<String, String> sent) {
        return knownAt(word(sent, "knownAt"));
    }

    /**
     * Returns a moment to compare: a time under the name, or under the name and {@code Size} the
     * size to which the log was sealed; nothing where neither is there.
     */
    Optional<Moment> moment(MultiValueMap<String, String> sent, String name) {
        String size = word(sent, name + "Size").strip().replace(",", "");
        if (size.isEmpty()) return knownAt(word(sent, name)).map(Moment.KnownAt::new);
        try {
            return Optional.of(new Moment.SealedTo(Long.parseLong(size)));
        } catch (NumberFormatException notANumber) {
            throw new Refused(
                    Problem.of("size_not_sealed", 422, "\"" + size + "\" is no number of entries.")
                            .notRecording("")
                            .advising("Give the sealed size as it stands on the answer."));
        }
    }

    /** Returns the moment: ISO 8601 with an offset, or a wall time at the site. */
    Optional<Instant> knownAt(String text) {
        if (text.isBlank()) return Optional.empty();
        try {
            String stripped = text.strip();
            boolean isInstant = stripped.endsWith("Z") || stripped.matches(".*[+-]\\d\\d:\\d\\d$");
            return Optional.of(
                    isInstant
                            ? java.time.OffsetDateTime.parse(stripped).toInstant()
                            : LocalDateTime.parse(stripped).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            throw new Refused(Problem.of("time_invalid", 422, "\"" + text + "\" is not a moment.")
                    .notRecording("")
                    .advising("Write 2026-05-31T09:15 for the site's time, or add an offset."));
        }
    }
}
