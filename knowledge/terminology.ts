import type { CodeMeaning } from '@facialis/language'

/** What codes of other systems say here. */
export const terminology: readonly CodeMeaning[] = []
