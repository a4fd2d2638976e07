package stemma.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.quality.SamplingTable.Level;
import stemma.quality.SamplingTable.Plan;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The plans that are reckoned, against the tables as they are told in books, cell by cell. */
class SamplingTableTest {
    private static final long SEED = 20_261_127L;

    /** From which size of a lot on, and the letter for S-1, S-2, S-3, S-4, I, II, III. */
    private static final String TABLE_1 = """
            2      A A A A A A B
            9      A A A A A B C
            16     A A B B B C D
            26     A B B C C D E
            51     B B C C C E F
            91     B B C D D F G
            151    B C D E E G H
            281    B C D E F H J
            501    C C E F G J K
            1201   C D E G H K L
            3201   C D F G J L M
            10001  C D F H K M N
            35001  D E G J L N P
            150001 D E G J M P Q
            500001 D E H K N Q R
            """;

    /** Letter, size of sample, and what may be bad for each limit; v and ^ are arrows. */
    private static final String TABLE_2A = """
            A 2     v v v v v v v v v v v v v v 0 v
            B 3     v v v v v v v v v v v v v 0 ^ v
            C 5     v v v v v v v v v v v v 0 ^ v 1
            D 8     v v v v v v v v v v v 0 ^ v 1 2
            E 13    v v v v v v v v v v 0 ^ v 1 2 3
            F 20    v v v v v v v v v 0 ^ v 1 2 3 5
            G 32    v v v v v v v v 0 ^ v 1 2 3 5 7
            H 50    v v v v v v v 0 ^ v 1 2 3 5 7 10
            J 80    v v v v v v 0 ^ v 1 2 3 5 7 10 14
            K 125   v v v v v 0 ^ v 1 2 3 5 7 10 14 21
            L 200   v v v v 0 ^ v 1 2 3 5 7 10 14 21 ^
            M 315   v v v 0 ^ v 1 2 3 5 7 10 14 21 ^ ^
            N 500   v v 0 ^ v 1 2 3 5 7 10 14 21 ^ ^ ^
            P 800   v 0 ^ v 1 2 3 5 7 10 14 21 ^ ^ ^ ^
            Q 1250  0 ^ v 1 2 3 5 7 10 14 21 ^ ^ ^ ^ ^
            R 2000  ^ ^ 1 2 3 5 7 10 14 21 ^ ^ ^ ^ ^ ^
            """;

    private static final List<List<String>> LETTERS = told(TABLE_1);
    private static final List<List<String>> PLANS = told(TABLE_2A);

    private static List<List<String>> told(String table) {
        return table.lines().map(line -> Arrays.asList(line.split(" +"))).toList();
    }

    @Test
    void each_cell_of_both_tables_is_what_is_reckoned_from_both_ends_of_its_lots() {
        for (int row = 0; row < LETTERS.size(); row++) {
            long first = Long.parseLong(LETTERS.get(row).getFirst());
            long last = row + 1 < LETTERS.size()
                    ? Long.parseLong(LETTERS.get(row + 1).getFirst()) - 1
                    : 3_000_000_000L;
            for (Level level : Level.values()) {
                String letter = LETTERS.get(row).get(level.ordinal() + 1);
                for (String limit : SamplingTable.LIMITS) {
                    for (long lot : List.of(first, last))
                        assertThat(SamplingTable.plan(level, limit, lot))
                                .as(lot + ", level " + level.words() + ", AQL " + limit)
                                .isEqualTo(walked(letter, limit, lot));
                }
            }
        }
    }

    /** Follows the arrows of the told table as a person does. */
    private static Plan walked(String letter, String limit, long lot) {
        int row = 0;
        while (!PLANS.get(row).getFirst().equals(letter)) row++;
        int column = SamplingTable.LIMITS.indexOf(limit) + 2;
        while (!PLANS.get(row).get(column).matches("\\d+"))
            row += PLANS.get(row).get(column).equals("v") ? 1 : -1;
        List<String> plan = PLANS.get(row);
        int samples = (int) Math.min(Integer.parseInt(plan.get(1)), lot);
        return new Plan(plan.getFirst().charAt(0), samples, Integer.parseInt(plan.get(column)));
    }

    @Test
    void plans_that_every_inspector_knows() {
        assertThat(SamplingTable.plan(Level.II, "1.0", 1_000)).isEqualTo(new Plan('J', 80, 2));
        assertThat(SamplingTable.plan(Level.II, "0.65", 4_000)).isEqualTo(new Plan('L', 200, 3));
        assertThat(SamplingTable.plan(Level.II, "2.5", 400)).isEqualTo(new Plan('H', 50, 3));
        assertThat(SamplingTable.plan(Level.II, "1.0", 120)).isEqualTo(new Plan('E', 13, 0));
        assertThat(SamplingTable.plan(Level.S3, "4.0", 10_000)).isEqualTo(new Plan('F', 20, 2));
        assertThat(SamplingTable.plan(Level.II, "2.5", 400).rejected()).isEqualTo(4);
        assertThat(SamplingTable.plan(Level.II, "0.010", 40)).isEqualTo(new Plan('Q', 40, 0));
        assertThat(SamplingTable.plan(Level.I, "1.0", 1)).isEqualTo(new Plan('E', 1, 0));
    }

    @Test
    void no_more_is_looked_at_than_there_is_and_a_larger_lot_is_never_looked_at_less() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            Level level = Level.values()[random.nextInt(Level.values().length)];
            String limit = SamplingTable.LIMITS.get(random.nextInt(SamplingTable.LIMITS.size()));
            long lot = 1 + random.nextLong(1L << random.nextInt(1, 30));
            Plan plan = SamplingTable.plan(level, limit, lot);
            Plan larger = SamplingTable.plan(level, limit, lot + random.nextLong(1_000_000));
            assertThat(plan.samples())
                    .as("seed " + SEED + ", " + lot + " " + level + " " + limit)
                    .isBetween(1, (int) Math.min(lot, 2_000))
                    .isLessThanOrEqualTo(larger.samples());
            assertThat(plan.accepted()).isLessThanOrEqualTo(larger.accepted());
        }
    }
}
