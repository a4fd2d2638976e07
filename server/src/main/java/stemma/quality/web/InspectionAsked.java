package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Inspection;
import stemma.quality.InspectionQuery;
import stemma.quality.Occasion;
import stemma.quality.Quality;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which inspections are asked for, as it stands in an address: what is not said is usual. A lot is
 * asked for by its number or its id, and then however its inspections stand.
 */
public record InspectionAsked(
        @Nullable String state,
        @Nullable String item,
        @Nullable String occasion,
        @Nullable String due,
        @Nullable String lot,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int MOST = 1_000;

    InspectionQuery query(Caller caller, Lots lots) {
        int rows = limit == null ? InspectionQuery.PAGE : limit;
        int first = from == null ? 0 : from;
        if (rows < 1 || rows > MOST || first < 0)
            throw new Refused(
                    Problem.of("page_invalid", 422, "A page begins at 0 and has 1 to 1,000 rows.")
                            .notRecording("")
                            .with("limit", Integer.toString(rows)));
        Optional<Inspection.State> standing = standing();
        return new InspectionQuery(
                standing,
                item().isEmpty() ? null : new ItemCode(item()),
                occasion().isEmpty()
                        ? Optional.empty()
                        : Optional.of(BlockedAsked.one("occasion", occasion, Occasion.values())),
                BlockedAsked.one("due", due, InspectionQuery.Due.values()),
                lot().isEmpty() ? Optional.empty() : Optional.of(portions(lots)),
                Quality.seenBy(caller),
                BlockedAsked.shown(sort).isEmpty()
                        ? usual(standing)
                        : BlockedAsked.one("sort", sort, InspectionQuery.Sort.values()),
                first,
                rows);
    }

    private Optional<Inspection.State> standing() {
        String said = BlockedAsked.shown(state);
        if (said.equals("any") || said.isEmpty() && !lot().isEmpty()) return Optional.empty();
        return Optional.of(said.isEmpty() ? Inspection.State.OPEN : Inspection.State.of(said));
    }

    private static InspectionQuery.Sort usual(Optional<Inspection.State> standing) {
        return standing.filter(Inspection.State.OPEN::equals).isPresent()
                ? InspectionQuery.Sort.DUE
                : InspectionQuery.Sort.NEWEST;
    }

    /** Returns the lots that are meant. */
    private List<Portion> portions(Lots lots) {
        String said = lot();
        int dots = said.indexOf("..");
        if (LotId.looksLike(dots < 0 ? said : said.substring(0, dots)))
            return List.of(Portion.of(said));
        return lots.family(null, new LotNumber(said)).stream().map(Lot::span).toList();
    }

    public String lot() {
        return BlockedAsked.shown(lot);
    }

    public String item() {
        return BlockedAsked.shown(item);
    }

    public String occasion() {
        return BlockedAsked.shown(occasion);
    }

    /** Says whether anything but how it stands is asked for. */
    public boolean isSifted() {
        return !lot().isEmpty()
                || !item().isEmpty()
                || !occasion().isEmpty()
                || !BlockedAsked.shown(due).isEmpty();
    }

    /** Returns the address of the same inspections, from a row on. */
    public String address(String path, InspectionQuery query, int first) {
        StringBuilder address = new StringBuilder(path)
                .append("?state=")
                .append(query.state().map(Inspection.State::word).orElse("any"))
                .append("&sort=")
                .append(query.sort().word())
                .append("&due=")
                .append(query.due().word().toLowerCase(Locale.ROOT));
        BlockedAsked.part(address, "item", item());
        BlockedAsked.part(address, "occasion", occasion());
        BlockedAsked.part(address, "lot", lot());
        if (first > 0) address.append("&from=").append(first);
        return address.toString();
    }
}
