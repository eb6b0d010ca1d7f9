/**
 * Values as both databases can hold them. PostgreSQL has no sign for NUL in a text, so it is kept as the replacement sign,
 * and looked for as that; JSON never has one, for there it is written as an escape.
 */
export const bound = (values: readonly unknown[]): readonly unknown[] =>
  values.some(hasNul) ? values.map((value) => (hasNul(value) ? value.replaceAll('\0', '\uFFFD') : value)) : values

const hasNul = (value: unknown): value is string => typeof value === 'string' && value.includes('\0')
