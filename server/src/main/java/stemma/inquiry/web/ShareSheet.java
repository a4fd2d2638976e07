package stemma.inquiry.web;

import stemma.genealogy.Sharing;
import stemma.inquiry.ShareAnswer;
import stemma.inquiry.SharedThing;

import java.util.ArrayList;
import java.util.List;

/** What several things share as a table for files: the lots first, then what else is common. */
final class ShareSheet {
    static final String QUESTION = "What these share, backward";
    static final List<String> HEADINGS =
            List.of("kind", "name", "lot id", "about", "in how many", "of", "in which", "nearest");

    private ShareSheet() {}

    static List<List<String>> rows(ShareAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        answer.shared().forEach(lot -> rows.add(row(answer, lot)));
        answer.common().forEach(thing -> rows.add(row(answer, thing)));
        return rows;
    }

    private static List<String> row(ShareAnswer answer, Sharing.SharedLot lot) {
        return List.of(
                "lot",
                lot.lot().number().text(),
                lot.portion().toString(),
                answer.names().item(lot.lot().item()),
                Integer.toString(lot.by().size()),
                Integer.toString(answer.sharing().asked()),
                answer.called(lot.by()),
                Integer.toString(lot.nearest()));
    }

    private static List<String> row(ShareAnswer answer, SharedThing thing) {
        return List.of(
                thing.kind().words(),
                thing.name(),
                "",
                thing.about(),
                Integer.toString(thing.by().size()),
                Integer.toString(answer.sharing().asked()),
                answer.called(thing.by()),
                "");
    }
}
