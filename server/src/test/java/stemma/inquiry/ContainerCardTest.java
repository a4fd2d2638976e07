package stemma.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Place;
import stemma.stock.Container;

import java.util.List;

class ContainerCardTest {
    private static final Container PALLET = container("PAL-1", null);
    private static final Container CASE = container("CASE-1", PALLET);
    private static final Container OTHER = container("CASE-2", PALLET);
    private static final Container BOX = container("BOX-1", CASE);
    private static final Container ELSEWHERE = container("PAL-2", null);

    private static Container container(String code, @Nullable Container in) {
        Place place = in == null ? Place.of("at:MAIN/MAIN") : null;
        return new Container(
                new ContainerCode(code),
                in == null ? null : in.code(),
                place,
                ContentBasis.OBSERVED);
    }

    @Test
    void what_is_in_a_pallet_is_told_at_every_depth() {
        List<Container> known = List.of(BOX, CASE, OTHER, PALLET, ELSEWHERE);
        ContainerCard.Nest pallet = new ContainerCard.Nesting(known).of(PALLET);
        assertThat(pallet.count()).isEqualTo(3);
        assertThat(pallet.nests())
                .extracting(ContainerCard.Nest::container)
                .containsExactly(CASE, OTHER);
        assertThat(pallet.nests().getFirst().nests())
                .extracting(ContainerCard.Nest::container)
                .containsExactly(BOX);
        assertThat(pallet.isEmpty()).isFalse();
        assertThat(new ContainerCard.Nesting(known).of(ELSEWHERE).isEmpty()).isTrue();
    }

    @Test
    void containers_that_are_in_each_other_by_a_false_report_are_told_once() {
        Container one = new Container(
                new ContainerCode("A"), new ContainerCode("B"), null, ContentBasis.INFERRED);
        Container two = new Container(
                new ContainerCode("B"), new ContainerCode("A"), null, ContentBasis.INFERRED);
        assertThat(new ContainerCard.Nesting(List.of(one, two)).of(one).count()).isEqualTo(1);
    }
}
