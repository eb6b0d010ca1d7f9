import { schema7 } from '../sqlite/schema-7.ts'
import { inPostgres } from './in-postgres.ts'

export const schema7OfPostgres = inPostgres(schema7)
