/** What is known of people as rows of plain tables. */
export { flatRowsOf } from './rows.ts'
export { flatTablesOf } from './tables.ts'
export { entryViewsOf, factsViewOf, type ViewAddresses, type ViewDefinition } from './views.ts'
