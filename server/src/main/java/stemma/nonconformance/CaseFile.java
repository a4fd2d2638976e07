package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A whole case: everything that was entered in it, and what that comes to. */
public final class CaseFile {
    private final String number;
    private final List<Entered> entries;
    private final CaseEntry.Opened opened;
    private String title;
    private Severity severity;
    private ActorId owner;
    private LocalDate due;
    private CaseState state = CaseState.OPENED;
    private @Nullable RootCause cause;
    private @Nullable Instant closedAt;
    private CaseEntry.@Nullable Assessed assessed;
    private CaseEntry.@Nullable Replied replied;
    private final Set<CaseState> passed = EnumSet.noneOf(CaseState.class);
    private final Set<CaseSubject> subjects = new LinkedHashSet<>();
    private final List<CaseAction> actions = new ArrayList<>();
    private final List<CapaCheck> checks = new ArrayList<>();

    private CaseFile(String number, List<Entered> entries) {
        if (!(entries.getFirst().entry() instanceof CaseEntry.Opened first))
            throw new IllegalArgumentException("a case begins by being opened");
        this.number = number;
        this.entries = List.copyOf(entries);
        this.opened = first;
        this.title = first.title();
        this.severity = first.severity();
        this.owner = first.owner();
        this.due = first.due();
        entries.forEach(this::take);
    }

    /** Returns what these entries come to, the first of which opens the case. */
    public static CaseFile of(String number, List<Entered> entries) {
        return new CaseFile(number, entries);
    }

    /** Returns the case as it would be with one more entry. */
    CaseFile with(Entered more) {
        List<Entered> all = new ArrayList<>(entries);
        all.add(more);
        return new CaseFile(number, all);
    }

    private void take(Entered entered) {
        switch (entered.entry()) {
            case CaseEntry.Opened first -> subjects.addAll(first.subjects());
            case CaseEntry.Amended amended -> amend(amended);
            case CaseEntry.Tied tied -> subjects.addAll(tied.subjects());
            case CaseEntry.Assessed said -> {
                assessed = said;
                reach(CaseState.ASSESSED);
            }
            case CaseEntry.Investigated said -> {
                cause = said.cause();
                reach(CaseState.INVESTIGATED);
            }
            case CaseEntry.Decided _ -> reach(CaseState.DECIDED);
            case CaseEntry.ActionPlanned planned ->
                actions.add(new CaseAction(
                        actions.size() + 1,
                        planned.action(),
                        planned.owner(),
                        planned.due(),
                        null));
            case CaseEntry.ActionDone done ->
                actions.set(done.action() - 1, actions.get(done.action() - 1).doneBy(entered));
            case CaseEntry.CheckPlanned planned ->
                checks.add(new CapaCheck(planned.criterion(), planned.due(), null));
            case CaseEntry.Checked checked -> {
                checks.set(checks.size() - 1, checks.getLast().madeBy(entered));
                if (checked.effect() == CaseEntry.Effect.NOT_EFFECTIVE) startAnew();
            }
            case CaseEntry.Replied said -> replied = said;
            case CaseEntry.Closed _ -> {
                state = CaseState.CLOSED;
                closedAt = entered.at();
            }
            case CaseEntry.Reopened _ -> startAnew();
            case CaseEntry.ComplainantErased _ -> {}
        }
    }

    private void amend(CaseEntry.Amended amended) {
        if (amended.title() != null) title = amended.title();
        if (amended.severity() != null) severity = amended.severity();
        if (amended.owner() != null) owner = amended.owner();
        if (amended.due() != null) due = amended.due();
    }

    private void reach(CaseState step) {
        passed.add(step);
        state = step;
    }

    /** What was found not to be over is judged, looked into and decided again. */
    private void startAnew() {
        passed.clear();
        state = CaseState.OPENED;
        closedAt = null;
    }

    public String number() {
        return number;
    }

    public CaseEntry.Opened opened() {
        return opened;
    }

    public List<Entered> entries() {
        return entries;
    }

    /** Returns how many entries it has: who adds one names the number that was seen. */
    public int revision() {
        return entries.size();
    }

    public CaseState state() {
        return state;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public ActorId owner() {
        return owner;
    }

    /** Returns the steps gone through since it was opened, or opened again. */
    public Set<CaseState> passed() {
        return Set.copyOf(passed);
    }

    public List<CaseSubject> subjects() {
        return List.copyOf(subjects);
    }

    public List<CaseAction> actions() {
        return List.copyOf(actions);
    }

    public List<CapaCheck> checks() {
        return List.copyOf(checks);
    }

    public Optional<CaseEntry.Assessed> assessed() {
        return Optional.ofNullable(assessed);
    }

    public Optional<CaseEntry.Replied> replied() {
        return Optional.ofNullable(replied);
    }

    /** Returns it in one line. */
    public CaseHead head() {
        Set<ActorId> owing = new TreeSet<>();
        LocalDate next = null;
        if (isOpen()) {
            owing.add(owner);
            next = due;
            for (CaseAction action : actions) {
                if (!action.isOpen()) continue;
                owing.add(action.owner());
                next = earlier(next, action.due());
            }
            for (CapaCheck check : checks) if (check.isOpen()) next = earlier(next, check.due());
        }
        return new CaseHead(
                number,
                opened.kind(),
                opened.site(),
                title,
                severity,
                state,
                cause,
                owner,
                due,
                next,
                List.copyOf(owing),
                entries.getFirst().by(),
                entries.getFirst().at(),
                closedAt,
                entries.size());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
