/** What R4 lets be said beside any question and what changes no answer here: they are JSON, and how they look is nobody's need. */
const aboutTheForm: ReadonlySet<string> = new Set(['_format', '_pretty'])

/** Whether less of each resource is wanted. R4 obliges nobody to send less, and here they are sent whole. */
export const wantsLess = (name: string, value: unknown): boolean =>
  name === '_elements' || (name === '_summary' && ['true', 'text', 'data'].includes(String(value)))

/** Whether the answer is the same without it. */
export const isBesideTheQuestion = (name: string, value: unknown): boolean =>
  aboutTheForm.has(name) || (name === '_summary' && value === 'false') || wantsLess(name, value)
