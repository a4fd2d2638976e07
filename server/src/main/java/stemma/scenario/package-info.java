/**
 * The door of plain text: a scenario tells in the trade's verbs what happens in a fresh world and
 * what is asked of it, with the expected answer beneath each sentence. The room parses the text,
 * sends what it tells through the ledger's one door, prints the answers, and compares or rewrites
 * them. Whatever the product can do, a scenario can say (docs/scenarios.md).
 */
@NullMarked
package stemma.scenario;

import org.jspecify.annotations.NullMarked;
