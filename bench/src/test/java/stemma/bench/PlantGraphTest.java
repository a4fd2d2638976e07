package stemma.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlantGraphTest {

    @Test
    void the_plant_of_a_hundred_thousand_edges_is_the_one_that_was_measured() {
        Checksum small = Checksum.of(100_000);
        assertThat(small.edges()).isEqualTo(100_001);
        assertThat(small.nodes(Told.Kind.RAW)).isEqualTo(2_176);
        assertThat(small.nodes(Told.Kind.WIP)).isEqualTo(5_357);
        assertThat(small.nodes(Told.Kind.FINISHED)).isEqualTo(1_485);
        assertThat(small.nodes(Told.Kind.SERIAL)).isEqualTo(58_429);
        assertThat(small.nodes(Told.Kind.FILL)).isEqualTo(290);
        assertThat(small.lines()).isEqualTo(55_473);
        assertThat(small.shipments()).isEqualTo(4_698);
        assertThat(small.sum()).isEqualTo(0x5173ad3e7e3bd83cL);
    }

    @Test
    void so_is_that_of_a_million() {
        assertThat(Checksum.of(1_000_000).sum()).isEqualTo(0x7fd67c7066fa18d1L);
    }
}
