package stemma.intake;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.lots.KnownNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * What the names in the drafts of one request or one batch of a file mean: looked up for all of
 * them at once when the first is asked for, and kept until something may have changed it.
 */
final class NamesMeant {
    private final Lots lots;
    private final Intake.Gate gate;
    private final BaseUnits units;
    private final List<JsonNode> unread;
    private final Map<String, List<Portion>> known = new HashMap<>();

    /** Nothing is read or looked up yet: most drafts of programs call lots by their ids. */
    NamesMeant(Lots lots, BaseUnits units, Collection<JsonNode> drafts, Intake.Gate gate) {
        this.lots = lots;
        this.gate = gate;
        this.units = units;
        this.unread = new ArrayList<>(drafts);
    }

    /**
     * Returns what the name means: the lots of that number, of the item before a colon or of any;
     * else the units of that serial, of each item the latest life; else the lots that a partner
     * knows under it; else none. Refuses by exception what can be the name of no lot.
     */
    List<Portion> of(String name) {
        wellFormed(name);
        if (!known.containsKey(name)) {
            Set<String> ahead = new HashSet<>(Set.of(name));
            unread.forEach(draft -> References.names(draft, ahead));
            unread.clear();
            lookUp(ahead);
        }
        return known.getOrDefault(name, List.of());
    }

    private static void wellFormed(String name) {
        int colon = name.indexOf(':');
        if (colon >= 0) {
            var _ = new ItemCode(name.substring(0, colon));
        }
        var _ = new LotNumber(number(name));
    }

    /** Forgets what these names meant. */
    void forget(Predicate<String> changed) {
        known.keySet().removeIf(changed);
    }

    private void lookUp(Set<String> names) {
        Map<String, List<Lot>> families = families(names);
        Map<String, List<SerialUnit>> serials = serials(names);
        Set<String> strange = new HashSet<>();
        for (String name : names) {
            List<Portion> meant = family(name, families);
            if (meant.isEmpty()) meant = latest(serials.getOrDefault(normal(name), List.of()));
            known.put(name, meant);
            if (meant.isEmpty()) strange.add(name);
        }
        Map<String, List<Lot>> partners = new HashMap<>();
        List<KnownNumber> numbers = lots.byExternals(strange);
        Set<Lot> seen = seen(numbers.stream().map(KnownNumber::lot).toList());
        for (KnownNumber number : numbers)
            if (seen.contains(number.lot()))
                several(partners, number.number().text()).add(number.lot());
        for (String name : strange)
            known.put(name, spans(partners.getOrDefault(normal(name), List.of())));
    }

    private Set<Lot> seen(List<Lot> found) {
        return new HashSet<>(gate.seen(found));
    }

    private static <T> List<T> several(Map<String, List<T>> byName, String name) {
        return byName.computeIfAbsent(normal(name), _ -> new ArrayList<>());
    }

    private Map<String, List<Lot>> families(Set<String> names) {
        Set<String> numbers = new HashSet<>();
        for (String name : names) {
            numbers.add(normal(name));
            if (name.indexOf(':') >= 0) numbers.add(normal(number(name)));
        }
        Map<String, List<Lot>> families = new HashMap<>();
        for (Lot lot : gate.seen(lots.families(numbers)))
            several(families, lot.number().text()).add(lot);
        return families;
    }

    private Map<String, List<SerialUnit>> serials(Set<String> names) {
        Map<String, List<SerialUnit>> serials = new HashMap<>();
        List<SerialUnit> found = lots.bySerials(names);
        Set<Lot> seen = seen(found.stream().map(SerialUnit::block).toList());
        for (SerialUnit unit : found)
            if (seen.contains(unit.block()))
                several(serials, unit.serial().text()).add(unit);
        return serials;
    }

    private List<Portion> family(String name, Map<String, List<Lot>> families) {
        List<Lot> whole = families.getOrDefault(normal(name), List.of());
        if (name.indexOf(':') < 0) return spans(whole);
        String item = normal(name.substring(0, name.indexOf(':')));
        List<Lot> ofItem = families.getOrDefault(normal(number(name)), List.of()).stream()
                .filter(lot -> normal(lot.item().code()).equals(item))
                .toList();
        return spans(ofItem.isEmpty() ? whole : ofItem);
    }

    private List<Portion> latest(List<SerialUnit> lives) {
        Map<ItemCode, SerialUnit> latest = new LinkedHashMap<>();
        for (SerialUnit unit : lives)
            latest.merge(
                    unit.block().item(),
                    unit,
                    BinaryOperator.maxBy(Comparator.comparingInt(SerialUnit::life)));
        latest.values().forEach(unit -> units.know(unit.unit(), unit.block()));
        return latest.values().stream().map(SerialUnit::unit).map(Portion::of).toList();
    }

    private List<Portion> spans(List<Lot> found) {
        found.forEach(lot -> units.know(lot.id(), lot));
        return found.stream().map(Lot::span).toList();
    }

    private static String number(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String normal(String text) {
        return LotNumber.normal(text);
    }
}
