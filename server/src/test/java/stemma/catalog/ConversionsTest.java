package stemma.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import stemma.catalog.ConversionAnswer.Converted;
import stemma.catalog.ConversionAnswer.Unconverted;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

class ConversionsTest {
    private static final ItemCode CARROTS = ItemCode.of("CARROTS");
    private static final ItemCode SOUP = ItemCode.of("SOUP");
    private final Conversions conversions = new Conversions(List.of(
            Conversion.universal(Unit.of("g"), Unit.of("kg"), Factor.of("0.001")),
            Conversion.universal(Unit.of("lb"), Unit.of("kg"), Factor.of("0.45359237")),
            Conversion.of(SOUP, Unit.of("case"), Unit.EACH, Factor.of("12")),
            Conversion.of(SOUP, Unit.EACH, Unit.of("g"), Factor.of("400")),
            Conversion.of(CARROTS, Unit.of("third"), Unit.of("kg"), Factor.of("1/3"))));

    @Test
    void a_pound_is_converted_exactly_and_the_factor_is_told() {
        Converted converted = converted(CARROTS, "2 lb", "kg");
        assertEquals("0.90718474 kg", converted.quantity().toString());
        assertEquals("0.45359237", converted.factor().toString());
        assertEquals("lb>kg@0", converted.version());
    }

    @Test
    void a_case_of_soup_is_chained_to_kilograms() {
        Converted converted = converted(SOUP, "3 case", "kg");
        assertEquals("14.4 kg", converted.quantity().toString());
        assertEquals("4.8", converted.factor().toString());
        assertEquals("SOUP:case>ea@0,SOUP:ea>g@0,g>kg@0", converted.version());
        assertEquals("1 case", converted(SOUP, "4.8 kg", "case").quantity().toString());
    }

    @Test
    void the_same_unit_is_the_same_amount() {
        Converted converted = converted(CARROTS, "5 kg", "kg");
        assertEquals(Quantity.of("5 kg"), converted.quantity());
        assertEquals("same", converted.version());
    }

    @Test
    void without_a_conversion_nothing_is_guessed() {
        Unconverted refused = refused(CARROTS, "1 case", "kg");
        assertEquals("no_conversion", refused.code());
        assertEquals("no conversion from case to kg for CARROTS", refused.sentence());
    }

    @Test
    void what_would_have_to_be_rounded_is_refused() {
        Unconverted refused = refused(CARROTS, "1 third", "kg");
        assertEquals("conversion_not_exact", refused.code());
        assertEquals("3 third", converted(CARROTS, "1 kg", "third").quantity().toString());
        assertEquals("1 kg", converted(CARROTS, "3 third", "kg").quantity().toString());
        assertEquals("conversion_not_exact", refused(SOUP, "1 kg", "lb").code());
    }

    @Test
    void what_becomes_too_large_is_refused() {
        assertEquals(
                "quantity_invalid", refused(SOUP, "999999999999999 kg", "g").code());
    }

    @Test
    void there_and_back_is_the_same_amount_for_any_factor() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            Factor factor = Factor.of(
                            BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(5)))
                    .times(Factor.of(BigDecimal.valueOf(1 + random.nextInt(50))).inverse());
            Unit box = Unit.of("box");
            Conversions own =
                    new Conversions(List.of(Conversion.of(SOUP, box, Unit.of("kg"), factor)));
            Quantity asked = new Quantity(
                    BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4)), box);
            String seeded = "seed " + seed + ", factor " + factor + ", " + asked;
            switch (own.convert(SOUP, asked, Unit.of("kg"))) {
                case Converted there -> {
                    Converted back = assertInstanceOf(
                            Converted.class, own.convert(SOUP, there.quantity(), box), seeded);
                    assertEquals(asked, back.quantity(), seeded);
                    assertEquals(Factor.ONE, there.factor().times(back.factor()), seeded);
                }
                case Unconverted none -> assertEquals("conversion_not_exact", none.code(), seeded);
            }
        }
    }

    @Test
    void a_factor_is_written_as_it_is_read() {
        assertEquals("0.45359237", Factor.of("0.453592370").toString());
        assertEquals("1/3", Factor.of("2 / 6").toString());
        assertEquals("12", Factor.of("12").toString());
        for (String bad : List.of("0", "-1", "1e3", "1,5", "", "1/0", "x", "1/2/3")) {
            assertEquals(
                    "factor_invalid",
                    assertThrows(MalformedMaster.class, () -> Factor.of(bad)).code(),
                    bad);
        }
    }

    private Converted converted(ItemCode item, String amount, String to) {
        return assertInstanceOf(
                Converted.class, conversions.convert(item, Quantity.of(amount), Unit.of(to)));
    }

    private Unconverted refused(ItemCode item, String amount, String to) {
        return assertInstanceOf(
                Unconverted.class, conversions.convert(item, Quantity.of(amount), Unit.of(to)));
    }
}
