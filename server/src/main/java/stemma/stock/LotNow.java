package stemma.stock;

import stemma.ledger.ExternalLot;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.shell.Address;
import stemma.shell.Badge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A lot as it stands now: what it is, how it is judged, what holds it, whether it expired. */
public record LotNow(Lot lot, String itemName, Status status, List<Hold> holds, boolean isExpired) {
    public LotNow {
        holds = List.copyOf(holds);
    }

    public String number() {
        return lot.number().text();
    }

    /** Returns the address of its card. */
    public String address() {
        String item = lot.item().code();
        String names = Address.encoded(item) + "/" + Address.encoded(number());
        return Address.isPlain(item) && Address.isPlain(number())
                ? "/lots/" + names
                : "/lots/card?item=" + Address.encoded(item) + "&lot=" + Address.encoded(number());
    }

    /** Returns the supplier's and maker's numbers for it. */
    public String othersNumbers() {
        return lot.passport().externalLots().stream()
                .map(ExternalLot::text)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns the dates of its passport that are known, each with its name. */
    public List<String> dates() {
        List<String> dates = new ArrayList<>();
        var passport = lot.passport();
        if (passport.produced() != null) dates.add("produced " + passport.produced());
        if (passport.expiry() != null) dates.add("expiry " + passport.expiry());
        if (passport.bestBefore() != null) dates.add("best before " + passport.bestBefore());
        if (passport.retest() != null) dates.add("retest " + passport.retest());
        return dates;
    }

    /** Returns how it stands, the worst first. */
    public List<Badge> badges() {
        List<Badge> badges = new ArrayList<>();
        if (!holds.isEmpty()) badges.add(Badge.HELD);
        badges.add(
                switch (status) {
                    case QUARANTINED -> Badge.QUARANTINED;
                    case RELEASED -> Badge.RELEASED;
                    case RESTRICTED -> Badge.RESTRICTED;
                    case REJECTED -> Badge.REJECTED;
                });
        if (lot.isRetained()) badges.add(Badge.RETAINED);
        if (isExpired) badges.add(Badge.EXPIRED);
        return badges;
    }
}
