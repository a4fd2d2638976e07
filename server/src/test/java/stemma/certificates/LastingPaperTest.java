package stemma.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import stemma.identifiers.ActorId;
import stemma.printing.Export;
import stemma.printing.HoldTag;
import stemma.shell.SiteTime;
import stemma.signatures.Signature;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

/** The paper of a certificate is PDF/A-2b, as an independent validator reads it (veraPDF). */
@Tag("fast")
class LastingPaperTest {
    private static final Statement.Corrected CORRECTED = new Statement.Corrected(
            "Rp0,2",
            "244 MPa",
            "248 MPa",
            "misread or mistyped",
            "Quinn Avery",
            "2026-11-25T23:30:00Z");
    private static final Instant AT = Instant.parse("2026-11-26T08:41:00Z");
    private static final SiteTime SITE = new SiteTime(ZoneId.of("Europe/Amsterdam"));

    @BeforeAll
    static void open() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static IssuedPaper paper(IssuedKind kind, int characteristics) {
        Statement.Found found = new Statement.Found(
                "Tensile strength <Rm>",
                "ISO 6892-1, 20 °C",
                "≥ 895 MPa & ≤ 1,100 MPa",
                List.of("931 MPa", "944 MPa"),
                "conforms");
        Statement statement = new Statement(
                kind.kind().code(),
                kind.kind().words(),
                new Statement.Maker("AAS", "Altus Aerostructures", null, "NL", "8712345000004"),
                new Statement.Purchaser(
                        "AIR",
                        "Blériot Avions, quai 4",
                        "1 rue de l'Aéroport",
                        "FR",
                        "PO-7",
                        "S-1"),
                new Statement.Product(
                        "plate",
                        "Plate Ti-6Al-4V, 25 mm",
                        "H-77",
                        "01952f3c-0000-7000-8000-000000000001/0",
                        "1,250 kg",
                        "",
                        List.of("77-A of MillTi"),
                        "2026-10-01",
                        "",
                        "",
                        "2028-10-01",
                        "RUN-9",
                        "WO-9"),
                List.of(new Statement.Inspected(
                        "01952f3c-0000-7000-8000-000000000002",
                        "plate, revision 3",
                        "production",
                        "1,250 kg",
                        "2",
                        "ab".repeat(32),
                        Collections.nCopies(characteristics, found),
                        List.of(CORRECTED))),
                new Statement.Release(
                        "released", "e", "Quinn Avery", "released", "2026-11-25T23:30:00Z"),
                kind.declaration());
        return new IssuedPaper(
                "AAS-C-00012",
                statement,
                new Signature(
                        ActorId.of("remy"),
                        "Rémy Ångström",
                        "certified",
                        AT,
                        statement.digest().text()),
                SITE);
    }

    private static byte[] pdf(IssuedPaper paper) {
        return Export.lasting(paper, paper.signature().name(), AT, SITE);
    }

    private static List<String> against(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_B;
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> against = new ArrayList<>();
            for (TestAssertion failed : result.getTestAssertions())
                if (failed.getStatus() == TestAssertion.Status.FAILED)
                    against.add(failed.getRuleId().getClause() + ": " + failed.getMessage());
            assertThat(result.isCompliant()).isEqualTo(against.isEmpty());
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
            return against;
        }
    }

    @Test
    void every_kind_of_certificate_is_pdf_a_of_one_page_or_of_many() throws Exception {
        for (IssuedKind kind : IssuedKind.values()) {
            byte[] pdf = pdf(paper(kind, 60));
            assertThat(against(pdf)).as(kind.name()).isEmpty();
            keepForEyes(kind.name(), pdf);
        }
        assertThat(against(pdf(paper(IssuedKind.INSPECTION, 3)))).isEmpty();
    }

    @Test
    void the_validator_sees_a_paper_that_does_not_last() throws Exception {
        byte[] usual = Export.pdf(
                new HoldTag("H-1", "lot 1", "glass", "Quinn", "today"), "Quinn", AT, SITE);
        assertThat(against(usual)).isNotEmpty();
    }

    @Test
    void each_page_says_which_of_how_many_it_is_and_no_letter_is_missing() throws IOException {
        byte[] pdf = pdf(paper(IssuedKind.INSPECTION, 60));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(2, 5);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s+", " "))
                        .contains("page " + page + " of " + pages)
                        .contains("certificate AAS-C-00012 of lot H-77 of plate for AIR")
                        .contains("26 Nov 2026, 09:41 CET (08:41 UTC)")
                        .contains("Rémy Ångström · Stemma")
                        .doesNotContain("#", "□");
            }
        }
    }

    @Test
    void the_statement_is_read_back_as_it_was_written() {
        for (IssuedKind kind : IssuedKind.values()) {
            Statement statement = paper(kind, 2).statement();
            assertThat(Statement.of(statement.text())).isEqualTo(statement);
        }
    }

    private static void keepForEyes(String name, byte[] pdf) throws IOException {
        Path folder = Path.of("target/papers");
        Files.createDirectories(folder);
        Files.write(folder.resolve("certificate-" + name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 96);
                ImageIO.write(
                        image,
                        "png",
                        folder.resolve("certificate-" + name + "-" + page + ".png")
                                .toFile());
            }
        }
    }
}
