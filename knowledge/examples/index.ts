import { beforeTheScan } from './before-the-scan.ts'
import type { Example } from './example.ts'
import { lesions } from './lesions.ts'
import { reads } from './reads.ts'

export type { Example, Expected, ExpectedAnswer } from './example.ts'
export { plainFactsOf } from './example.ts'

/** Every example patient. Kept apart from the pathway itself, so that what does not show them does not carry them. */
export const examples: readonly Example[] = [...beforeTheScan, ...lesions, ...reads]
