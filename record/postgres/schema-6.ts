import { schema6 } from '../sqlite/schema-6.ts'
import { inPostgres } from './in-postgres.ts'

export const schema6OfPostgres = inPostgres(schema6)
