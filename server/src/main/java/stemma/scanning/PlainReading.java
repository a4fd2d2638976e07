package stemma.scanning;

import stemma.catalog.Catalog;
import stemma.identifiers.CheckDigit;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.MalformedIdentifier;
import stemma.intake.Sight;
import stemma.ledger.History;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What a code without structure may mean: everything here that bears it, each once. */
final class PlainReading {
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,6})?");
    private final Goods goods;
    private final Spots spots;
    private final History history;
    private final Catalog catalog;
    private final Sight sight;

    PlainReading(Goods goods, Spots spots, History history, Catalog catalog, Sight sight) {
        this.sight = sight;
        this.goods = goods;
        this.spots = spots;
        this.history = history;
        this.catalog = catalog;
    }

    List<Meaning> meanings(String text, ScanQuestion question) {
        if (text.length() > ScanQuestion.LONGEST_CODE) return List.of();
        try {
            List<Meaning> found = named(text, question);
            boolean isAmount = found.isEmpty()
                    && question.expected().contains(ScanKind.QUANTITY)
                    && AMOUNT.matcher(text).matches();
            String amount = text.replace(',', '.');
            if (isAmount)
                found.add(Meaning.known(ScanKind.QUANTITY, amount, "Quantity " + amount, ""));
            return found;
        } catch (MalformedIdentifier notACode) {
            return List.of();
        }
    }

    private List<Meaning> named(String text, ScanQuestion question) {
        List<Meaning> found = new ArrayList<>(goods.byId(text));
        found.addAll(goods.family(Optional.empty(), text));
        if (found.isEmpty()) found.addAll(goods.suppliers(text));
        found.addAll(goods.units(Optional.empty(), text));
        goods.container(text).ifPresent(found::add);
        found.addAll(spots.locations(question.site(), text));
        spots.resource(text).ifPresent(found::add);
        goods.item(new ItemCode(text)).map(Goods::item).ifPresent(found::add);
        gtin(text).flatMap(this::item).ifPresent(found::add);
        List<Recorded> told = history.ofDocument(text).stream()
                .filter(recorded -> sight.sees(recorded.event()))
                .toList();
        found.addAll(DocumentsNamed.in(told, text));
        found.addAll(OrdersNamed.in(catalog, text, sight));
        return once(found);
    }

    /** The GTIN of a case or pallet says also how much of the item that is. */
    private Optional<Meaning> item(Gtin gtin) {
        return goods.bearer(gtin).map(item -> {
            SequencedMap<String, String> held = new LinkedHashMap<>();
            PackedAmount.holds(item, gtin).ifPresent(holds -> {
                held.put(ScanKind.QUANTITY.field(), holds.number());
                held.put("unit", holds.unit().code());
            });
            return Goods.item(item).with(held);
        });
    }

    private static Optional<Gtin> gtin(String text) {
        boolean isGtin = GTIN.matcher(text).matches()
                && CheckDigit.of(text.substring(0, text.length() - 1))
                        == text.charAt(text.length() - 1);
        return isGtin ? Optional.of(new Gtin(text)) : Optional.empty();
    }

    private static List<Meaning> once(List<Meaning> found) {
        Map<String, Meaning> once = new LinkedHashMap<>();
        found.forEach(
                meaning -> once.putIfAbsent(meaning.kind() + " " + meaning.fields(), meaning));
        return new ArrayList<>(once.values());
    }
}
