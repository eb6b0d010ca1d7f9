/** `a Task`, `an Observation`: a type in a sentence, as it is or as it is shown there. */
export const aType = (type: string, shown: string = type): string => `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${shown}`
