import { schema3 } from '../sqlite/schema-3.ts'
import { inPostgres } from './in-postgres.ts'

export const schema3OfPostgres = inPostgres(schema3)
