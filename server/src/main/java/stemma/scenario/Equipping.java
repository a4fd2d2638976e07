package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.journal.Author;
import stemma.ledger.Claim;
import stemma.ledger.Evidence;
import stemma.quantity.Quantity;
import stemma.shell.Refused;
import stemma.signatures.Digest;
import stemma.signatures.Offered;
import stemma.signatures.Signature;
import stemma.upkeep.Demand;
import stemma.upkeep.LogLine;
import stemma.upkeep.Requirement;
import stemma.upkeep.Telling;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepEntry.EnvironmentKind;
import stemma.upkeep.UpkeepEntry.Finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What is told of equipment, and what must be true of it when it is used. */
final class Equipping {
    static final String VERBS =
            "require, waive, calibrate, maintain, monitor, verify, annul, requirements, upkeep,"
                    + " log, suspects, unfit";

    private Equipping() {}

    /** Returns a sentence about equipment, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("require")) return require(words);
        if (words.take("waive")) return waive(words);
        if (words.take("calibrate")) return calibrate(words);
        if (words.take("maintain")) return maintain(words);
        if (words.take("monitor")) return monitor(words);
        if (words.take("verify")) return verify(words);
        if (words.take("annul")) return annul(words);
        return EquipmentTelling.read(words);
    }

    /**
     * {@code require every tool for TAB-5 calibrated}, {@code require LINE-1 clean verified within
     * 8 h for order WO-7 by quinn}.
     */
    private static Sentence require(Words words) {
        ResourceKind kind = words.take("every") ? kind(words) : null;
        String resource = kind == null ? words.next("a resource, or every and its kind") : null;
        List<Demand> demands = new ArrayList<>();
        String item = null;
        String order = null;
        Integer hours = null;
        while (true) {
            if (words.take("for", "order")) order = words.next("a work order");
            else if (words.take("for")) item = words.next("an item");
            else if (words.take("within")) {
                hours = Integer.valueOf(words.next("a number of hours"));
                words.expect("h");
            } else {
                Demand demand = demand(words);
                if (demand == null) break;
                demands.add(demand);
            }
        }
        Manner manner = Manner.read(words, Claim.INTENT);
        String forItem = item;
        String forOrder = order;
        Integer within = hours;
        return scene -> told(scene, () -> {
            ItemCode code = forItem == null
                    ? null
                    : scene.cast().item(forItem, Quantity.of("1 kg").unit());
            scene.plant()
                    .telling()
                    .require(
                            scene.author(manner.author()),
                            new Requirement(
                                    scene.nextId(),
                                    kind,
                                    resource == null ? null : new ResourceCode(resource),
                                    code,
                                    forOrder == null ? null : new OrderCode(forOrder),
                                    demands,
                                    within,
                                    "procedure"));
            return List.of();
        });
    }

    private static ResourceKind kind(Words words) {
        for (ResourceKind kind : ResourceKind.values()) if (words.take(kind.word())) return kind;
        throw words.wrong("expected a kind of resource, such as tool");
    }

    private static @Nullable Demand demand(Words words) {
        for (Demand demand : Demand.values()) if (words.take(demand.word())) return demand;
        return null;
    }

    /**
     * {@code waive 1 because "not needed" by quinn signed by rhea}: the first of the list is asked
     * no more.
     */
    private static Sentence waive(Words words) {
        int place = Integer.parseInt(words.next("its place in the list"));
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> told(scene, () -> {
            List<Requirement> all = scene.plant().upkeep().requirements();
            EventId id = place <= all.size() ? all.get(place - 1).id() : scene.nextId();
            Optional<Telling.Signing> signing = Optional.ofNullable(manner.signer())
                    .map(name -> shown -> stated(scene, name, "approved", shown));
            scene.plant().telling().end(scene.author(manner.author()), id, reason(manner), signing);
            return List.of();
        });
    }

    /**
     * {@code calibrate B-1 found failed left passed under CAL-9 from MetroLab until 2026-06-30}.
     */
    private static Sentence calibrate(Words words) {
        String resource = words.next("a resource");
        words.expect("found");
        Finding found = finding(words);
        words.expect("left");
        Finding left = finding(words);
        words.expect("under");
        String certificate = words.next("the number of a certificate");
        boolean isKept = words.take("kept");
        String kept = words.take("as") ? words.next("the number of the paper") : certificate;
        words.expect("from");
        String calibratedBy = words.next("who calibrated it");
        LocalDate until = words.take("until") ? day(words) : null;
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> tell(
                scene,
                resource,
                manner,
                new UpkeepEntry.Calibrated(
                        found,
                        left,
                        certificate,
                        null,
                        calibratedBy,
                        until,
                        null,
                        isKept ? paper(scene, kept) : null));
    }

    /** The paper of that number; an id that nobody has where there is none. */
    private static EventId paper(Scene scene, String number) {
        return scene.plant().certificates().numbered(number).stream()
                .map(KeptCertificate::id)
                .findFirst()
                .orElseGet(scene::nextId);
    }

    private static Finding finding(Words words) {
        if (words.take("passed")) return Finding.PASSED;
        if (words.take("failed")) return Finding.FAILED;
        throw words.wrong("expected passed or failed");
    }

    private static LocalDate day(Words words) {
        return LocalDate.parse(words.next("a day such as 2026-06-30"));
    }

    /** {@code maintain OVEN-1 "bearings greased" due 2026-06-30 by otto}. */
    private static Sentence maintain(Words words) {
        String resource = words.next("a resource");
        String work = words.next("what was done");
        LocalDate due = words.take("due") ? day(words) : null;
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> tell(scene, resource, manner, new UpkeepEntry.Maintained(work, due));
    }

    /** {@code monitor COLD-1 temperature 5.2 °C 2 to 8 by otto}. */
    private static Sentence monitor(Words words) {
        String resource = words.next("a resource");
        EnvironmentKind of = EnvironmentKind.valueOf(
                words.next("temperature, humidity or particles").toUpperCase(Locale.ROOT));
        String value = words.next("a number");
        String unit = words.next("a unit");
        String lower = null;
        String upper = null;
        if (words.take("at", "most")) upper = words.next("a limit");
        else if (!words.atEnd() && !words.is("by", "at", "because")) {
            lower = words.next("a limit");
            words.expect("to");
            upper = words.next("a limit");
        }
        Manner manner = Manner.read(words, Claim.INTENT);
        UpkeepEntry entry = new UpkeepEntry.Monitored(of, value, unit, lower, upper);
        return scene -> tell(scene, resource, manner, entry);
    }

    /** {@code verify LINE-1 by quinn}: the latest cleaning of it. */
    private static Sentence verify(Words words) {
        String resource = words.next("a resource");
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            EventId cleaning = scene.nextId();
            for (LogLine line : scene.plant().upkeep().log(new ResourceCode(resource), 0)) {
                if (line.what() != LogLine.What.CLEANED || line.event() == null) continue;
                cleaning = line.event();
                break;
            }
            return tell(scene, resource, manner, new UpkeepEntry.Verified(cleaning, null));
        };
    }

    /**
     * {@code annul B-1 calibrated because "wrong balance" by quinn}: the latest entry so called.
     */
    private static Sentence annul(Words words) {
        String resource = words.next("a resource");
        String kind = words.next("a kind of entry, such as calibrated");
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            EventId entry = scene.nextId();
            for (LogLine line : scene.plant().upkeep().log(new ResourceCode(resource), 0)) {
                if (line.told() == null || !line.what().word().equals(kind)) continue;
                entry = line.told().id();
                break;
            }
            return tell(scene, resource, manner, new UpkeepEntry.Annulled(entry, reason(manner)));
        };
    }

    private static String reason(Manner manner) {
        if (manner.reason() == null) return "";
        String text = manner.reason().text();
        return text.isEmpty() ? manner.reason().code() : text;
    }

    private static List<String> tell(
            Scene scene, String resource, Manner manner, UpkeepEntry entry) {
        return told(scene, () -> {
            Instant at = manner.at() == null
                    ? null
                    : scene.clock()
                            .occurrence(manner, Evidence.KEYED, scene.cast().zone(Cast.MAIN))
                            .to();
            Author author = scene.author(manner.author());
            scene.plant()
                    .telling()
                    .tell(
                            author,
                            new Telling.Said(scene.nextId(), new ResourceCode(resource), at, entry),
                            manner.author() == null
                                    ? Optional.empty()
                                    : Optional.of(shown -> stated(
                                            scene, author.actor().code(), "reviewed", shown)));
            return List.of();
        });
    }

    private static Offered stated(Scene scene, String name, String meaning, Digest shown) {
        return new Testing.Stated(
                new Signature(new ActorId(name), name, meaning, scene.clock().now(), shown.text()));
    }

    private static List<String> told(Scene scene, Supplier<List<String>> told) {
        scene.acted();
        try {
            return told.get();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }
}
