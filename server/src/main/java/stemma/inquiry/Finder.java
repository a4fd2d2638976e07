package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.Partner;
import stemma.catalog.Resource;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Ledger;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.stock.Stock;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a number means, by at most 20 queries: ten to find it, the rest only where nothing is.
 */
final class Finder {
    private static final int NEAR = 12;
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Ledger ledger;

    Finder(Catalog catalog, Lots lots, Stock stock, Ledger ledger) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.ledger = ledger;
    }

    Finding find(String typed) {
        RootText root = RootText.of(typed.strip(), ZoneOffset.UTC);
        if (root.isForQuestions()) return new Finding.One(root.text(), question(root));
        AskedNumber asked = AskedNumber.of(typed);
        if (!asked.canBeCode()) return new Finding.None(asked.text(), List.of());
        List<Candidate> found = exact(asked.text());
        return switch (found.size()) {
            case 0 -> new Finding.None(asked.text(), near(asked));
            case 1 -> new Finding.One(asked.text(), found.getFirst());
            default -> new Finding.Several(asked.text(), found);
        };
    }

    /** What names lots by a time or a range has no page of its own: it is a root to ask from. */
    private static Candidate question(RootText root) {
        return new Candidate(
                Candidate.Kind.QUESTION,
                root.text(),
                "root of a question",
                "",
                Optional.empty(),
                "/ask?root=" + Subject.encoded(root.text()));
    }

    /** A number that was recorded by mistake still stands on goods: it leads to the entry. */
    private List<Candidate> voided(String text) {
        return lots.voided(text, NEAR).stream()
                .map(lot -> new Candidate(
                        Candidate.Kind.DOCUMENT,
                        lot.number().text(),
                        "lot of " + lot.item() + ", recorded and voided",
                        "",
                        Optional.of(lot.bornFrom()),
                        "/events/" + lot.id().birth()))
                .toList();
    }

    private List<Candidate> exact(String text) {
        try {
            Map<String, Candidate> byAddress = new LinkedHashMap<>();
            for (Candidate candidate : all(text)) {
                byAddress.putIfAbsent(candidate.address(), candidate);
            }
            if (byAddress.isEmpty()) return voided(text);
            return new ArrayList<>(byAddress.values());
        } catch (MalformedIdentifier notACode) {
            return List.of();
        }
    }

    private List<Candidate> all(String text) {
        List<Candidate> found = new ArrayList<>(byId(text));
        found.addAll(families(lots.family(null, new LotNumber(text)), Candidate.Kind.LOT, text));
        found.addAll(families(lots.byExternal(text), Candidate.Kind.SUPPLIERS_LOT, text));
        found.addAll(units(lots.bySerial(text)));
        found.addAll(documents(text));
        found.addAll(masters(text));
        return found;
    }

    private List<Candidate> byId(String text) {
        String id = text.contains("..") ? text.substring(0, text.indexOf("..")) : text;
        if (!LotId.looksLike(id)) return List.of();
        Portion portion = Portion.of(text);
        Optional<Lot> lot = lots.lot(portion.first());
        if (lot.isEmpty()) return List.of();
        return List.of(new Candidate(
                Candidate.Kind.SUBLOT,
                lot.get().number().text(),
                lot.get().item().code(),
                "",
                Optional.of(lot.get().bornFrom()),
                "/lots/id/" + portion));
    }

    /** Returns one candidate for each item among the lots: a number means its whole family. */
    private List<Candidate> families(Collection<Lot> found, Candidate.Kind kind, String text) {
        Map<String, List<Lot>> families = new LinkedHashMap<>();
        for (Lot lot : found) {
            families.computeIfAbsent(Subject.card(lot), _ -> new ArrayList<>()).add(lot);
        }
        if (families.isEmpty()) return List.of();
        Set<ItemCode> items = new LinkedHashSet<>();
        found.forEach(lot -> items.add(lot.item()));
        Names names = Names.of(catalog, items, List.of(), List.of());
        List<Candidate> candidates = new ArrayList<>();
        families.forEach((address, family) -> {
            Lot first = family.getFirst();
            String called = kind == Candidate.Kind.SUPPLIERS_LOT
                    ? names.item(first.item()) + ", our lot " + first.number() + " (" + text + ")"
                    : names.item(first.item());
            candidates.add(new Candidate(
                    kind,
                    first.number().text(),
                    called,
                    family.size() == 1 ? "one lot" : family.size() + " sublots",
                    Optional.of(first.bornFrom()),
                    address));
        });
        return candidates;
    }

    private List<Candidate> units(List<SerialUnit> units) {
        return units.stream()
                .map(unit -> new Candidate(
                        Candidate.Kind.UNIT,
                        unit.serial().text(),
                        unit.block().item().code() + ", of lot " + unit.block().number(),
                        unit.life() == 1 ? "" : "life " + unit.life(),
                        Optional.of(unit.block().bornFrom()),
                        "/lots/id/" + Portion.of(unit.unit())))
                .toList();
    }

    private List<Candidate> documents(String text) {
        List<Candidate> found =
                new ArrayList<>(Documents.candidates(text, ledger.history().ofDocument(text)));
        boolean known = found.stream().anyMatch(c -> c.kind() == Candidate.Kind.CONTAINER);
        if (!known && stock.container(new ContainerCode(text)).isPresent()) {
            found.add(Documents.container(text));
        }
        boolean held = found.stream().anyMatch(c -> c.kind() == Candidate.Kind.HOLD);
        if (!held) {
            stock.hold(new HoldCode(text)).ifPresent(hold -> found.add(Documents.hold(hold, text)));
        }
        return found;
    }

    private List<Candidate> masters(String text) {
        MasterKey item = Item.key(new ItemCode(text));
        MasterKey partner = Partner.key(new PartnerCode(text));
        MasterKey resource = Resource.key(new ResourceCode(text));
        var masters = catalog.masters(List.of(item, partner, resource));
        List<Candidate> found = new ArrayList<>();
        masters.item(new ItemCode(text))
                .ifPresent(i -> found.add(master(
                        Candidate.Kind.ITEM,
                        i.code().code(),
                        i.name(),
                        "/lots?item=" + Subject.encoded(i.code().code()))));
        masters.partner(new PartnerCode(text))
                .ifPresent(p -> found.add(master(
                        Candidate.Kind.PARTNER,
                        p.code().code(),
                        p.name(),
                        master(MasterKind.PARTNER, p.code().code()))));
        masters.resource(new ResourceCode(text))
                .ifPresent(r -> found.add(master(
                        Candidate.Kind.RESOURCE,
                        r.code().code(),
                        r.name(),
                        master(MasterKind.RESOURCE, r.code().code()))));
        return found;
    }

    private static String master(MasterKind kind, String code) {
        return "/masters/" + (kind == MasterKind.PARTNER ? "partners" : "resources") + "/one?key="
                + Subject.encoded(LotNumber.normal(code));
    }

    private static Candidate master(Candidate.Kind kind, String code, String name, String address) {
        return new Candidate(kind, code, name, "", Optional.empty(), address);
    }

    /** Looks alike first (O for 0, I for 1, dashes), then begins alike, ever shorter. */
    private List<Candidate> near(AskedNumber asked) {
        Map<String, Candidate> near = new LinkedHashMap<>();
        families(lots.lookingLike(asked.text(), NEAR), Candidate.Kind.LOT, asked.text())
                .forEach(candidate -> near.putIfAbsent(candidate.address(), candidate));
        for (String beginning : asked.beginnings()) {
            if (near.size() >= NEAR) break;
            families(lots.beginningWith(beginning, NEAR), Candidate.Kind.LOT, beginning)
                    .forEach(candidate -> near.putIfAbsent(candidate.address(), candidate));
            for (String code : ledger.history().documentsBeginningWith(beginning, NEAR)) {
                Candidate document = Documents.near(code);
                near.putIfAbsent(document.address(), document);
            }
        }
        return near.values().stream().limit(NEAR).toList();
    }
}
