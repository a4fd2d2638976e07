package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.access.People;
import stemma.access.Person;
import stemma.identifiers.ActorId;
import stemma.identifiers.LotId;
import stemma.journal.CanonicalJson;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Journal;
import stemma.journal.Known;
import stemma.lots.Lot;
import stemma.lots.Lots;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns entries of the journal into lines: some hundreds at once, with two questions beside. */
final class TrailReading {
    private final Journal journal;
    private final Lots lots;
    private final Map<ActorId, String> people;

    TrailReading(Journal journal, Lots lots, People all) {
        this.journal = journal;
        this.lots = lots;
        this.people =
                all.all().stream().collect(Collectors.toMap(Person::actor, Person::printedName));
    }

    private record Body(Entry entry, JsonNode json, Mentions mentions) {}

    /** What is asked once for all of them. */
    private record Beside(
            Map<LotId, Lot> lots, Map<Long, Long> positions, Map<UUID, JsonNode> corrected) {}

    List<TrailLine> lines(List<Entry> entries) {
        List<Body> bodies = new ArrayList<>(entries.size());
        Set<LotId> named = new LinkedHashSet<>();
        Set<UUID> corrected = new LinkedHashSet<>();
        for (Entry entry : entries) {
            JsonNode json = CanonicalJson.read(entry.body());
            Mentions mentions = Mentions.of(json);
            named.addAll(mentions.lots());
            if (isCorrection(entry, json))
                corrected.add(UUID.fromString(json.path("corrects").asString()));
            bodies.add(new Body(entry, json, mentions));
        }
        Beside beside = new Beside(
                named.isEmpty() ? Map.of() : lots.lotsEvenVoided(named),
                journal.positions(entries.stream().map(Entry::seq).toList()),
                corrected(corrected));
        return bodies.stream().map(body -> line(body, beside)).toList();
    }

    private static boolean isCorrection(Entry entry, JsonNode json) {
        return entry.kind() == EntryKind.EVENT && json.has("corrects");
    }

    /** Returns what the corrected entries said, a correction standing for what it put there. */
    private Map<UUID, JsonNode> corrected(Set<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        List<Long> seqs = journal.known(ids).values().stream().map(Known::seq).toList();
        Map<UUID, JsonNode> said = new HashMap<>();
        for (Entry entry : journal.read(seqs))
            said.put(entry.id(), effect(CanonicalJson.read(entry.body())));
        return said;
    }

    private static JsonNode effect(JsonNode event) {
        return event.has("replacement") ? event.path("replacement") : event;
    }

    private TrailLine line(Body body, Beside beside) {
        Set<String> items = new TreeSet<>(body.mentions().items());
        Set<String> subjects = new LinkedHashSet<>(body.mentions().codes());
        for (LotId id : body.mentions().lots()) {
            Lot lot = beside.lots().get(id);
            if (lot == null) continue;
            items.add(lot.passport().item().code());
            subjects.add(lot.passport().number().text());
        }
        return body.entry().kind() == EntryKind.EVENT
                ? event(body, subjects, items, beside)
                : change(body, subjects, items, beside);
    }

    private TrailLine event(Body body, Set<String> subjects, Set<String> items, Beside beside) {
        JsonNode event = body.json();
        JsonNode reason = event.get("reason");
        return line(
                body,
                beside,
                event.path("event").asString(),
                String.join(" · ", subjects),
                subjects,
                items,
                isCorrection(body.entry(), event)
                        ? Difference.between(
                                beside.corrected()
                                        .get(UUID.fromString(
                                                event.path("corrects").asString())),
                                event.get("replacement"))
                        : Difference.between(null, event),
                null,
                reason == null ? null : words(reason));
    }

    private TrailLine change(Body body, Set<String> subjects, Set<String> items, Beside beside) {
        JsonNode change = body.json();
        String subject = change.path("subject").asString();
        if (subject.startsWith("item:")) items.add(subject.substring("item:".length()));
        JsonNode code = change.get("code");
        return line(
                body,
                beside,
                change.path("action").asString(),
                subject,
                subjects,
                items,
                code == null
                        ? Difference.between(change.get("before"), change.get("after"))
                        : Difference.between(null, change.get("attempt")),
                code == null ? null : code.asString(),
                change.has("reason") ? change.path("reason").asString() : null);
    }

    private TrailLine line(
            Body body,
            Beside beside,
            String action,
            String subject,
            Set<String> names,
            Set<String> items,
            List<Difference> changes,
            @Nullable String refusal,
            @Nullable String reason) {
        Entry entry = body.entry();
        var author = entry.author();
        return new TrailLine(
                entry.seq(),
                beside.positions().get(entry.seq()),
                entry.id(),
                HexFormat.of().formatHex(entry.leaf()),
                entry.recordedAt(),
                author,
                people.getOrDefault(author.actor(), ""),
                entry.kind() == EntryKind.EVENT,
                action,
                subject,
                names,
                body.mentions().sites(),
                items,
                changes,
                refusal,
                reason);
    }

    private static String words(JsonNode reason) {
        String text = reason.path("text").asString("");
        String code = reason.path("code").asString("");
        return text.isEmpty() ? code : code + ": " + text;
    }
}
