/** Where this server is reached, by whichever of its names, without a slash at the end: what begins with one of them is ours. */
export type Ours = readonly string[]

/** Whether a reference leads to this server. */
export const leadsHere = (reference: string, ours: Ours): boolean => nameIn(reference, ours) !== undefined

/** A reference as references are kept: what names this server leaves its address out. */
export const asKept =
  (ours: Ours) =>
  (reference: string): string => {
    const name = nameIn(reference, ours)
    return name === undefined ? reference : reference.slice(name.length + 1)
  }

// Nearly all references begin with a type, and are compared with nothing.
const nameIn = (reference: string, ours: Ours): string | undefined =>
  reference.startsWith('http') ? ours.find((one) => reference.startsWith(`${one}/`)) : undefined
