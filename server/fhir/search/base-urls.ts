/** The base URLs of this server, under every name it is reached by, without a trailing slash: what begins with one of them is ours. */
export type BaseUrls = readonly string[]

/** Whether a reference points to this server. */
export const isLocalReference = (reference: string, ours: BaseUrls): boolean => hereIn(reference, ours) !== null

/** A reference in its stored form: relative where it points to this server. */
export const asStoredReference =
  (ours: BaseUrls) =>
  (reference: string): string =>
    hereIn(reference, ours) ?? reference

/** What a reference to this server names here; null where it leads elsewhere. */
function hereIn(reference: string, ours: BaseUrls): string | null {
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
