import type { CqlText } from './cql-text.ts'
import { spansLibrary } from './spans-library.ts'
import { statementsLibrary } from './statements-library.ts'
import { truthsLibrary } from './truths-library.ts'

/** The libraries that every pathway's own one leans on; each after those it includes. */
export const supportLibraries: readonly CqlText[] = [truthsLibrary, spansLibrary, statementsLibrary]
