/** A version as it is written, in an address or between the quotation marks of an ETag: `01` names none. */
export const versionPattern = '(?:0|[1-9]\\d{0,8})'

const etag = new RegExp(`^(?:W/)?"(${versionPattern})"$`)

/** The version an ETag names; null where it names none. */
export function versionOfEtag(text: string): number | null {
  const version = etag.exec(text)?.[1]
  return version === undefined ? null : Number(version)
}
