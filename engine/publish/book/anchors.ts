/** An address within the book: words in small letters with hyphens. */
export const anchorOf = (...words: readonly string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const personAnchor = (id: string): string => anchorOf('person', id)
/** A passage is explained where its source lists it. */
export const sourceAnchor = (id: string): string => anchorOf('passage', id)
