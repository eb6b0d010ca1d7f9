/** The facts about people as flat tables. */
export { flatRowsOf } from './flat-rows.ts'
export { flatTablesOf } from './flat-tables.ts'
export { entryViewsOf, factsViewOf, type ViewAddresses, type ViewDefinition } from './view-definitions.ts'
