import type { Pathway } from '@facialis/language'

/** What every published page and artefact says of who stands behind it. */
export type Mark = Readonly<{ isSigned: boolean; text: string }>

/** The one place where it is decided that something is a draft. Nobody has signed anything yet, so everything is. */
export const markOf = (pathway: Pathway): Mark => ({ isSigned: false, text: pathway.status })
