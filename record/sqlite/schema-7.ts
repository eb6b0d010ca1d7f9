/**
 * What resources are found by stands in one tree; only what is put in order, and looked for by range, stands in a second one
 * beside it. Released steps are never edited.
 */
export const schema7 = `
drop index search_value_by_resource;
create index search_value_in_order on search_value (tenant_id, number, parameter, value) where parameter < 0;
-- What is in order is known by its number: whoever opens the record next fills the table anew.
delete from search_value;
delete from setting where key = 'record.index-version';
`
