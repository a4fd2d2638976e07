package stemma.nonconformance.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.ActorId;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.CaseState;
import stemma.nonconformance.CaseSubject;
import stemma.nonconformance.Cases;
import stemma.nonconformance.Complainant;
import stemma.nonconformance.Entered;
import stemma.shell.Address;
import stemma.signatures.Signature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One case as its page shows it to somebody, on that day. */
public record CaseView(
        CaseFile file,
        CaseHead head,
        @Nullable Complainant complainant,
        List<Line> lines,
        List<CaseState> missing,
        LocalDate today,
        ActorId me,
        boolean judges) {

    /** One entry in words: who entered what when, and how a signature of it stands. */
    public record Line(
            Entered entered,
            String what,
            String words,
            @Nullable Signed signed) {}

    /** A signature, and whether what it signed is what stands there. */
    public record Signed(Signature signature, boolean intact, int entriesSince) {}

    static CaseView of(
            Cases cases, CaseFile file, Optional<Complainant> complainant, Caller caller) {
        TreeSet<CaseState> missing = new TreeSet<>(file.opened().kind().needed());
        missing.removeAll(file.passed());
        return new CaseView(
                file,
                file.head(),
                complainant.orElse(null),
                lines(cases, file),
                List.copyOf(missing),
                cases.today(Optional.of(file.opened().site())),
                caller.actor(),
                caller.may(Permission.JUDGE, file.opened().site()));
    }

    private static List<Line> lines(Cases cases, CaseFile file) {
        List<Line> lines = new ArrayList<>();
        for (Entered entered : file.entries()) {
            CaseEntry entry = entered.entry();
            Signed signed = CaseEntry.signature(entry)
                    .map(signature -> new Signed(
                            signature,
                            cases.isIntact(file, entered.ordinal()),
                            file.revision() - entered.ordinal()))
                    .orElse(null);
            lines.add(new Line(entered, EntryWords.what(entry), EntryWords.words(entry), signed));
        }
        return lines;
    }

    /** Returns the steps that are missing, as a person reads them. */
    public String missingWords() {
        return missing.stream().map(CaseState::word).collect(Collectors.joining(", "));
    }

    /** Returns the address of the page of what a case is about; empty where it has none. */
    public static String address(CaseSubject subject) {
        String code = Address.encoded(subject.code());
        return switch (subject.kind()) {
            case LOT, SERIAL ->
                subject.part() == null
                        ? "/lots/card?lot=" + code
                                + (subject.item() == null
                                        ? ""
                                        : "&item="
                                                + Address.encoded(subject.item().code()))
                        : "/lots/card?id=" + Address.encoded(subject.part().toString());
            case ITEM -> "/lots?item=" + code;
            case RUN, ORDER, RECEIPT, SHIPMENT -> Address.of("/orders", subject.code());
            case HOLD -> Address.of("/holds", subject.code());
            case CASE -> Address.of("/cases", subject.code());
            case PARTNER, RESOURCE, CERTIFICATE -> "";
        };
    }
}
