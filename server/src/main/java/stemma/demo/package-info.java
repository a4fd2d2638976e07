/**
 * The demo company: fourteen months of Harbour Lane Foods, made up from a fixed seed and told to
 * the ledger through its own door. It plans the days of a plant of soups and frozen rice meals,
 * with one bad lot of carrots in it; it knows what was done, never what a trace would answer.
 */
@NullMarked
package stemma.demo;

import org.jspecify.annotations.NullMarked;
