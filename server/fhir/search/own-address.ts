/** Where this server is reached, by whichever of its names, without a slash at the end: what begins with one of them is ours. */
export type Ours = readonly string[]

/** Whether a reference leads to this server. */
export const leadsHere = (reference: string, ours: Ours): boolean => hereIn(reference, ours) !== null

/** A reference as references are kept: what names this server leaves its address out. */
export const asKept =
  (ours: Ours) =>
  (reference: string): string =>
    hereIn(reference, ours) ?? reference

/** What a reference to this server names here; null where it leads elsewhere. */
function hereIn(reference: string, ours: Ours): string | null {
  // Nearly all references begin with a type, and are compared with nothing.
  if (!/^https?:\/\//i.test(reference)) return null
  const path = reference.indexOf('/', reference.indexOf('//') + 2)
  // One host is written in large letters or small, with the port that is meant anyway or without; what follows stays as it is.
  const origin = path < 0 ? undefined : URL.parse(reference.slice(0, path))?.origin
  if (origin === undefined) return null
  const plain = `${origin}${reference.slice(path)}`
  const own = ours.find((one) => plain.startsWith(`${one}/`))
  return own === undefined ? null : plain.slice(own.length + 1)
}
