/**
 * Values as both databases can hold them. PostgreSQL has no sign for NUL in a text, so it is kept as the replacement sign,
 * and looked for as that; JSON never has one, for there it is written as an escape.
 */
export function bindValues(values: readonly unknown[]): readonly unknown[] {
  // Asked of every value that is written: a call for each would cost more than the answer.
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (typeof value === 'string' && value.includes('\0'))
      return values.map((one) => (typeof one === 'string' ? one.replaceAll('\0', '\uFFFD') : one))
  }
  return values
}
