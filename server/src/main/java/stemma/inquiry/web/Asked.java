package stemma.inquiry.web;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Moment;
import stemma.inquiry.Subject;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an address asks about: a lot number with or without its item, or an id; and as known
 * when.
 */
@Component
final class Asked {
    private final Inquiry inquiry;
    private final ZoneId zone;

    Asked(Inquiry inquiry, ZoneId zone) {
        this.inquiry = inquiry;
        this.zone = zone;
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
        return inquiry.rooted(lines, zone);
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
        if (!id.isBlank()) return inquiry.one(Portion.of(id.strip()));
        if (lot.isBlank()) {
            throw new Refused(Problem.of("lot_missing", 422, "The address names no lot.")
                    .notRecording("")
                    .advising(
                            "Add lot= and the number, id= and the lot id, or root= and any root."));
        }
        Optional<ItemCode> code =
                item.isBlank() ? Optional.empty() : Optional.of(new ItemCode(item.strip()));
        return inquiry.family(code, new LotNumber(lot.strip()));
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
