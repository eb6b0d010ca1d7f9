/** Called with each statement of the writer just before it runs: for logs, and for tests that pull the plug between two of them. */
export type OnStatement = (sql: string) => void
