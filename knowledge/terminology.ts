import type { CodeMeaning } from '@facialis/language'
import { eventTerms } from './terminology/events.ts'
import { imagingTerms } from './terminology/imaging.ts'
import { problemTerms } from './terminology/problems.ts'
import { resourceTerms } from './terminology/resources.ts'

/** What codes of other systems say here. Where a code is written for others, the first row that fits is used. */
export const terminology: readonly CodeMeaning[] = [...problemTerms, ...eventTerms, ...imagingTerms, ...resourceTerms]

export { facialToxin } from './terminology/events.ts'
