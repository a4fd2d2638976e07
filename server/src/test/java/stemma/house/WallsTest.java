package stemma.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String VERIFIER = "stemma.verifier";
    private static final Walls ALL = new Walls(
            "stemma",
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("stemma"));
    private static final Walls OURS = new Walls(
            "stemma",
            ALL.classes()
                    .that(describe(
                            "are no part of the verifier",
                            type -> !type.getPackageName().equals(VERIFIER))));
    private static final Walls PLANTED =
            new Walls("planted", new ClassFileImporter().importPackages("planted"));

    @Test
    void there_are_imports_between_rooms_to_judge() {
        assertThat(OURS.crossings()).hasSizeGreaterThan(100);
    }

    @Test
    void every_package_under_the_root_is_a_room() {
        assertThat(OURS.unlisted()).isEmpty();
        assertThat(PLANTED.unlisted()).containsExactly("cellar");
    }

    @Test
    void the_verifier_shares_no_code_with_what_it_checks() {
        assertThat(ALL.classes().stream().filter(type -> type.getPackageName().equals(VERIFIER)))
                .hasSizeGreaterThan(20);
        assertThat(ALL.outOf(VERIFIER)).isEmpty();
        assertThat(ALL.into(VERIFIER)).isEmpty();
    }

    @Test
    void code_that_is_shared_is_caught() {
        assertThat(PLANTED.outOf("planted.quantity"))
                .anyMatch(told -> told.contains("planted.quantity.KnowsTheLedger"));
        assertThat(PLANTED.into("planted.ledger"))
                .anyMatch(told -> told.contains("planted.quantity.KnowsTheLedger"));
    }

    @Test
    void imports_go_down_the_bands_only() {
        assertThat(OURS.upward()).isEmpty();
    }

    @Test
    void an_import_up_the_bands_is_caught() {
        assertThat(PLANTED.upward())
                .anyMatch(told -> told.contains("planted.quantity.KnowsTheLedger"));
    }

    @Test
    void an_import_sideways_where_nothing_is_drawn_is_caught() {
        assertThat(PLANTED.upward())
                .anyMatch(told -> told.contains("planted.receiving.KnowsShipping"))
                .anyMatch(told -> told.contains("planted.ledger.KnowsStock"));
    }

    @Test
    void store_and_web_are_private_to_their_room() {
        assertThat(OURS.throughFaces()).isEmpty();
    }

    @Test
    void a_way_around_a_face_is_caught() {
        assertThat(PLANTED.throughFaces())
                .anyMatch(told -> told.contains("planted.stock.ReadsTheLedgersStore"));
    }

    @Test
    void no_room_imports_the_composition_root() {
        assertThat(OURS.intoRoot()).isEmpty();
        assertThat(PLANTED.intoRoot())
                .anyMatch(told -> told.contains("planted.shipping.KnowsTheRoot"));
    }

    @Test
    void the_web_framework_is_known_in_web_packages_only() {
        assertThat(OURS.webOutsideWeb()).isEmpty();
        assertThat(PLANTED.webOutsideWeb())
                .anyMatch(told -> told.contains("planted.catalog.AnswersRequests"));
    }
}
