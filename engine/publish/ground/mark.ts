import { type Pathway, signed } from '@facialis/language'

/** What every published page and artefact says of who stands behind it. */
export type Mark = Readonly<{ isSigned: boolean; text: string }>

/** The one place where it is decided that something is a draft: whatever does not say that it was signed is one. */
export const markOf = ({ status }: Pathway): Mark => ({ isSigned: status === signed, text: status })

/** Which version of which pathway, and from when it counts. */
export const editionOf = ({ id, version, released }: Pathway): string =>
  released === null
    ? `${id} ${version}`
    : `${id} ${version}, in effect from ${released.effectiveFrom}, to be reviewed by ${released.reviewBy}`
