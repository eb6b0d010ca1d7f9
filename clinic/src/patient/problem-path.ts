/** `entries[0].fields["session.units"]` and `entries[0].session.units` name the same place. */
export const isSamePath = (a: string | undefined, b: string): boolean => a !== undefined && partsOf(a) === partsOf(b)

function partsOf(where: string): string {
  const flat = where.replace(/\[(?:"([^"]*)"|(\d+))\]/g, (_, name, index) => `.${name ?? index}`)
  return flat
    .split('.')
    .filter((part) => part !== '' && part !== 'fields')
    .join('.')
}

export const factPath = (factId: string): string => `facts[${JSON.stringify(factId)}]`
export const fieldPath = (entryIndex: number, fieldId: string): string =>
  `entries[${entryIndex}].fields[${JSON.stringify(fieldId)}]`

/** The fact a place names, so that it can be called by its name; null for any other place. */
export const factOfPath = (where: string | undefined): string | null =>
  /^facts(?:\["([^"]+)"\]|\.(.+))$/
    .exec(where ?? '')
    ?.slice(1)
    .find((id) => id !== undefined) ?? null
