import { schema4 } from '../sqlite/schema-4.ts'
import { postgresSql } from './postgres-sql.ts'

export const schema4OfPostgres = postgresSql(schema4)
