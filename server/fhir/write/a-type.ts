/** `a Task`, `an Observation`: a type in a sentence. */
export const aType = (type: string): string => `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`
