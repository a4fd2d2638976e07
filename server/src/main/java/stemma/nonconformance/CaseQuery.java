package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which cases are wanted, in which order: of a kind, at a site, how they stand, for whom they wait,
 * about what, and with which words in the title. {@code seen} are the sites that may be seen, all
 * where it is empty.
 */
public record CaseQuery(
        Optional<CaseKind> kind,
        Optional<SiteCode> site,
        Standing standing,
        Optional<ActorId> waitsFor,
        String subject,
        String words,
        Sort sort,
        Optional<List<SiteCode>> seen,
        int offset,
        int limit) {
    public static final int PAGE = 50;
    public static final int MOST = 100_000;

    /** How a case stands. */
    public enum Standing {
        OPEN,
        OVERDUE,
        CLOSED,
        ANY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which order: due first, youngest first, worst first, or by number. */
    public enum Sort {
        DUE("next_due nulls last, number"),
        YOUNGEST("opened_at desc, number"),
        SEVERITY("array_position(array['critical', 'major', 'minor'], severity), next_due, number"),
        NUMBER("number");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the words of SQL that order so. */
        public String order() {
            return order;
        }
    }

    /** Returns the question for all open cases of all sites. */
    public static CaseQuery open() {
        return new CaseQuery(
                Optional.empty(),
                Optional.empty(),
                Standing.OPEN,
                Optional.empty(),
                "",
                "",
                Sort.DUE,
                Optional.empty(),
                0,
                PAGE);
    }

    /** Returns the same question for all its rows. */
    public CaseQuery whole() {
        return new CaseQuery(kind, site, standing, waitsFor, subject, words, sort, seen, 0, MOST);
    }

    /** Returns the same question from another row on. */
    public CaseQuery from(int row) {
        return new CaseQuery(
                kind, site, standing, waitsFor, subject, words, sort, seen, row, limit);
    }

    /** Returns the same question of what may be seen at these sites only. */
    public CaseQuery seenAt(List<SiteCode> sites) {
        return new CaseQuery(
                kind,
                site,
                standing,
                waitsFor,
                subject,
                words,
                sort,
                Optional.of(List.copyOf(sites)),
                offset,
                limit);
    }

    /** Returns the words by which the subject is found. */
    public @Nullable String subjectOrNull() {
        return subject.isBlank() ? null : subject.strip();
    }
}
