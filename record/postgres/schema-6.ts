import { schema6 } from '../sqlite/schema-6.ts'
import { postgresSql } from './postgres-sql.ts'

export const schema6OfPostgres = postgresSql(schema6)
