/** Whether a reference leads to this server; `base`: where it is reached, without a slash at the end. */
export const leadsHere = (reference: string, base: string): boolean => reference.startsWith(`${base}/`)

/** A reference as references are kept: what names this server leaves its address out. */
export const asKept =
  (base: string) =>
  (reference: string): string =>
    leadsHere(reference, base) ? reference.slice(base.length + 1) : reference
