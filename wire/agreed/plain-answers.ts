/** A plain "yes" or "no" to a fact: each may be written in two ways, and anything else is neither. */
export const isYes = (value: unknown): boolean => value === true || value === 'yes'
export const isNo = (value: unknown): boolean => value === false || value === 'no'
