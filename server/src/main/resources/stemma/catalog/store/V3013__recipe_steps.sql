-- The steps of a recipe, one in a line, as catalog.RecipeStep reads and writes them.
alter table catalog.recipe add column steps text not null default '';
