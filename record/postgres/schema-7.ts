import { schema7 } from '../sqlite/schema-7.ts'
import { postgresSql } from './postgres-sql.ts'

export const schema7OfPostgres = postgresSql(schema7)
