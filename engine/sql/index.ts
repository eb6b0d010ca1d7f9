/** A pathway as questions to a database that holds its facts. */
export { createTables } from './create-tables.ts'
export { type DialectName, dialectNames, dialects } from './dialect.ts'
export { fillTables } from './fill-tables.ts'
export { insertRows } from './insert-rows.ts'
export { answerColumnsOf, queryOf } from './query.ts'
