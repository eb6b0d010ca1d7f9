/** What SQLite calls its columns, as PostgreSQL does: texts compare byte by byte and not as some language sorts, whole numbers have 64 bits. */
export const postgresSql = (sql: string): string =>
  sql
    .replaceAll(/\btext\b/g, 'text collate "C"')
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(/\bblob\b/g, 'bytea')
    .replaceAll(') without rowid', ')')
