import { schema5 } from '../sqlite/schema-5.ts'
import { postgresSql } from './postgres-sql.ts'

export const schema5OfPostgres = postgresSql(schema5)
