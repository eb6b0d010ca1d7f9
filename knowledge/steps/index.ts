import type { Step } from '@facialis/language'

/** Every next action of the pathway. */
export const steps: readonly Step[] = []
