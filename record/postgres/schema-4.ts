import { schema4 } from '../sqlite/schema-4.ts'
import { inPostgres } from './in-postgres.ts'

export const schema4OfPostgres = inPostgres(schema4)
