import { schema5 } from '../sqlite/schema-5.ts'
import { inPostgres } from './in-postgres.ts'

export const schema5OfPostgres = inPostgres(schema5)
