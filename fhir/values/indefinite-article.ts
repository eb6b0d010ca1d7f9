/** A type name with its indefinite article: `a Task`, `an Observation`. `shown` replaces the name in the text. */
export const withArticle = (type: string, shown: string = type): string =>
  `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${shown}`
