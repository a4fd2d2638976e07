/**
 * The doors of the catalog: lists, cards and forms of every kind of master, sheets in and out, and
 * the JSON of the REST interface. Forms, sheets and JSON are read by the same rules.
 */
@NullMarked
package stemma.catalog.web;

import org.jspecify.annotations.NullMarked;
