import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of this name as it stands in the repository. */
export const written = (name: string): string => readFileSync(join(import.meta.dirname, 'pages', name), 'utf8')
