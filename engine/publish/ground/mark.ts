import { type Pathway, signed } from '@facialis/language'

/** What every published page and artefact says of who stands behind it. */
export type Mark = Readonly<{ isSigned: boolean; text: string }>

/** The one place where it is decided that something is a draft: whatever does not say that it was signed is one. */
export const markOf = ({ status }: Pathway): Mark => ({ isSigned: status === signed, text: status })

/** From when a release counts and by when it is looked at again, to be said after something; nothing of what is no release. */
const datesOf = ({ released }: Pick<Pathway, 'released'>): string =>
  released === null ? '' : `, in effect from ${released.effectiveFrom}, to be reviewed by ${released.reviewBy}`

/** The same with the days of a release, for what has no other place to say them. */
export const datedMark = (pathway: Pathway): Mark => ({
  ...markOf(pathway),
  text: `${markOf(pathway).text}${datesOf(pathway)}`,
})

/** Which version of which pathway, and from when it counts. */
export const editionOf = (pathway: Pathway): string => `${pathway.id} ${pathway.version}${datesOf(pathway)}`
