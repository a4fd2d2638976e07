package stemma.quality.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.printing.PlateSvg;
import stemma.quality.ControlChart;
import stemma.quality.ControlCharts;
import stemma.sheets.SheetFormat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The control chart of a characteristic, as a page, a table and a picture. */
@Controller
class ChartPages {
    private static final String SVG = "svg";

    private final ControlCharts charts;

    ChartPages(ControlCharts charts) {
        this.charts = charts;
    }

    @GetMapping("/specifications/chart")
    String page(Caller caller, ChartAsked asked, Model model) {
        ControlChart chart = asked.of(charts, caller);
        model.addAttribute("chart", chart);
        model.addAttribute("most", asked.lots());
        model.addAttribute("picture", PlateSvg.page(ControlPlate.of(chart)));
        return "quality/chart";
    }

    @GetMapping("/specifications/chart/file")
    ResponseEntity<byte[]> file(
            Caller caller, ChartAsked asked, @RequestParam(defaultValue = "csv") String as) {
        ControlChart chart = asked.of(charts, caller);
        if (as.equals(SVG)) {
            String picture = PlateSvg.file(ControlPlate.of(chart));
            return file("image/svg+xml", "." + SVG, picture.getBytes(StandardCharsets.UTF_8));
        }
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(ChartSheet.HEADINGS, ChartSheet.rows(chart), bytes);
        return file(format.mediaType(), format.ending(), bytes.toByteArray());
    }

    private static ResponseEntity<byte[]> file(String type, String ending, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("control-chart" + ending)
                                .build()
                                .toString())
                .body(bytes);
    }
}
