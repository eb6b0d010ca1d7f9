import { schema3 } from '../sqlite/schema-3.ts'
import { postgresSql } from './postgres-sql.ts'

export const schema3OfPostgres = postgresSql(schema3)
