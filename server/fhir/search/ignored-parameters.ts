/** What R4 lets be said beside any question and what changes no answer here: they are JSON, and how they look is nobody's need. */
const aboutTheForm: ReadonlySet<string> = new Set(['_format', '_pretty'])

/** Whether a parameter asks for a subset of each resource. R4 leaves that to the server; here resources are sent whole. */
export const asksForSubset = (name: string, value: unknown): boolean =>
  name === '_elements' || (name === '_summary' && ['true', 'text', 'data'].includes(String(value)))

/** Whether a parameter has no effect on the result. */
export const isIgnored = (name: string, value: unknown): boolean =>
  aboutTheForm.has(name) || (name === '_summary' && value === 'false') || asksForSubset(name, value)
