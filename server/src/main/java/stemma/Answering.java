package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;
import stemma.genealogy.Genealogy;
import stemma.genealogy.LeftFree;
import stemma.identifiers.EventIds;
import stemma.inquiry.Depending;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Questioned;
import stemma.inquiry.Roots;
import stemma.inquiry.Tracing;
import stemma.journal.Journal;
import stemma.journal.WorldClock;

import java.util.List;

/** The answers, over the rooms of truth and those of judgement. */
record Answering(Inquiry inquiry, Depending depending, LeftFree leftFree, Questioned questioned) {
    /** What answers are told from, beside the rooms of truth. */
    record Record(
            Database database,
            JdbcClient asked,
            Genealogy genealogy,
            Journal journal,
            WorldClock clock,
            EventIds ids) {}

    static Answering over(Record record, Judgement.Truth truth, Judgement judgement) {
        Tracing tracing = Tracing.over(
                record.database(),
                record.asked(),
                record.genealogy(),
                truth.ledger(),
                record.journal(),
                truth.lots(),
                truth.stock(),
                truth.catalog());
        Inquiry inquiry = new Inquiry(
                truth.catalog(),
                truth.lots(),
                truth.stock(),
                truth.ledger(),
                record.journal(),
                record.clock(),
                record.ids(),
                tracing,
                Roots.over(
                        record.asked(),
                        truth.catalog(),
                        truth.lots(),
                        truth.ledger(),
                        truth.documents(),
                        judgement::certified));
        return new Answering(
                inquiry,
                new Depending(
                        inquiry,
                        tracing,
                        judgement.certificates(),
                        judgement.issued(),
                        judgement.calibrating()),
                tracing.leftFree(),
                new Questioned(tracing));
    }

    List<Object> faces() {
        return List.of(inquiry, depending, leftFree, questioned);
    }
}
