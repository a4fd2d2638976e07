package stemma.certificates;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.certificates.Calibrating.Calibrated;

import java.util.List;

/**
 * What is shown of the equipment under papers; what is of other sites is counted, not named:
 * {@code hidden} calibrations, and of those that are shown {@code hiddenLots}.
 */
public record CalibratedSeen(List<Calibrated> calibrated, int hidden, int hiddenLots) {
    public CalibratedSeen {
        calibrated = List.copyOf(calibrated);
    }

    public static CalibratedSeen by(Caller caller, List<Calibrated> all) {
        List<Calibrated> here = all.stream()
                .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                .toList();
        List<Calibrated> seen = here.stream().map(one -> seen(caller, one)).toList();
        return new CalibratedSeen(seen, all.size() - here.size(), lots(here) - lots(seen));
    }

    private static Calibrated seen(Caller caller, Calibrated one) {
        return one.with(
                one.lots().stream()
                        .filter(touched ->
                                caller.may(Permission.SEE_RECORD, touched.lot().site()))
                        .toList(),
                one.results().stream()
                        .filter(result -> caller.may(Permission.SEE_RECORD, result.site()))
                        .toList());
    }

    private static int lots(List<Calibrated> some) {
        return some.stream().mapToInt(one -> one.lots().size()).sum();
    }
}
