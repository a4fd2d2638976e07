package planted.catalog;

import org.springframework.stereotype.Controller;

/** A controller outside any web package. */
@Controller
final class AnswersRequests {}
