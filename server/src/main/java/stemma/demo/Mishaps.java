package stemma.demo;

import java.util.List;

/** What goes wrong in fourteen months, each kind in its rhythm; none of it touches the incident. */
final class Mishaps {
    /** Kind, the first day of it, and every how many days it comes again (0: never). */
    private static final String CALENDAR = """
            HOLD_FINISHED      |   6 |  11
            HOLD_RESOURCE      | 251 |   0
            REJECT_FINISHED    |  15 |  26
            REJECT_RECEIPT     |   9 |  34
            RETURN             |  12 |  13
            RETURN_NOT_BOUGHT  |  97 | 140
            COUNT              |  19 |  17
            CORRECT_RECEIPT    |  23 |  41
            CORRECT_TWICE      | 110 |  90
            CORRECT_YIELD      |  31 |  37
            VOID_SAMPLE        |  45 |  58
            USE_UNJUDGED       |  52 |  61
            USE_BEFORE_HOLD    |  70 |  83
            MORE_THAN_BOOKED   |  88 |  95
            MILK_LEFT          | 274 |   0
            USE_EXPIRED        | 298 |   0
            RELABEL            |  64 |  73
            MERGE              | 133 |   0
            SECOND_NUMBER      |  79 |  77
            """;

    private enum Kind {
        HOLD_FINISHED,
        HOLD_RESOURCE,
        REJECT_FINISHED,
        REJECT_RECEIPT,
        RETURN,
        RETURN_NOT_BOUGHT,
        COUNT,
        CORRECT_RECEIPT,
        CORRECT_TWICE,
        CORRECT_YIELD,
        VOID_SAMPLE,
        USE_UNJUDGED,
        USE_BEFORE_HOLD,
        MORE_THAN_BOOKED,
        MILK_LEFT,
        USE_EXPIRED,
        RELABEL,
        MERGE,
        SECOND_NUMBER
    }

    private record Entry(Kind kind, int first, int every) {
        boolean isOn(int day) {
            return every == 0 ? day == first : day >= first && (day - first) % every == 0;
        }
    }

    private static final List<Entry> ENTRIES = Sheet.rows(CALENDAR).stream()
            .map(row -> new Entry(
                    Kind.valueOf(row.get(0)),
                    Integer.parseInt(row.get(1)),
                    Integer.parseInt(row.get(2))))
            .toList();

    private final QualityMishaps quality;
    private final Corrections corrections;
    private final LateReports reports;
    private final StoreMishaps stores;

    Mishaps(Floor floor, Laboratory laboratory, Lines lines, Dock dock) {
        quality = new QualityMishaps(floor, laboratory, lines);
        corrections = new Corrections(floor, laboratory, lines);
        reports = new LateReports(floor, laboratory, lines);
        stores = new StoreMishaps(floor, laboratory, lines, dock);
    }

    /** Tells what went wrong on a day, after its work is told. */
    void on(int day) {
        for (Entry entry : ENTRIES) {
            if (entry.isOn(day)) happens(entry.kind(), day);
        }
    }

    private void happens(Kind kind, int day) {
        switch (kind) {
            case HOLD_FINISHED -> quality.holdFinished(day);
            case HOLD_RESOURCE -> quality.holdResource(day);
            case REJECT_FINISHED -> quality.rejectFinished(day);
            case REJECT_RECEIPT -> quality.rejectReceipt(day);
            case RETURN -> stores.takeBack(day);
            case RETURN_NOT_BOUGHT -> stores.takeBackNotBought(day);
            case COUNT -> stores.count(day);
            case CORRECT_RECEIPT -> corrections.receipt(day);
            case CORRECT_TWICE -> corrections.receiptTwice(day);
            case CORRECT_YIELD -> corrections.moreMade(day);
            case VOID_SAMPLE -> corrections.voidSample(day);
            case USE_UNJUDGED -> reports.useUnjudged(day);
            case USE_BEFORE_HOLD -> reports.useBeforeHold(day);
            case MORE_THAN_BOOKED -> reports.moreThanBooked(day);
            case MILK_LEFT -> reports.leaveMilk(day);
            case USE_EXPIRED -> reports.useExpired(day);
            case RELABEL -> stores.relabel(day);
            case MERGE -> stores.merge(day);
            case SECOND_NUMBER -> stores.secondNumber(day);
        }
    }
}
