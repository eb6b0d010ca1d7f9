/** How firmly a source says a thing. `background` passages inform, `normative` ones must have a rule. */
export type Strength = 'strong' | 'moderate' | 'weak' | 'label' | 'statement'

/** Where words come from: a page, a paper, a label. */
export type Source = Readonly<{
  id: string
  title: string
  /** As the source was read, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  dated: string
  reviewBy: string
  locator?: string
}>

/** Whether a source was to be read again before a day written `YYYY-MM-DD`; a month or a year runs to its end. */
export const isPastReview = ({ reviewBy }: Pick<Source, 'reviewBy'>, day: string): boolean =>
  day.slice(0, reviewBy.length) > reviewBy

/** One citable statement of a source, in our own words. */
export type Passage = Readonly<{
  kind: 'passage'
  id: string
  source: Source
  locator: string
  strength: Strength
  paraphrase: string
  /** A normative passage with no rule fails the build. */
  normative: boolean
  /** Not found in a source that could be opened: shown flagged until a clinician signs it. */
  unverified: boolean
}>

/** A sentence that no clinician has signed and whose source nobody could open says so wherever it is read. */
export const flaggedText = ({ text, unverified }: Readonly<{ text: string; unverified?: boolean }>): string =>
  unverified === true ? `${text} (unverified)` : text

/** What whoever leans on a passage on a day (`YYYY-MM-DD`) has to know first: nobody could open its source, or it was to be read again. */
export const doubtsAbout = ({ unverified, source }: Passage, day: string): readonly string[] => [
  ...(unverified ? ['unverified'] : []),
  ...(isPastReview(source, day) ? [`to be read again since ${source.reviewBy}`] : []),
]

/** A passage in a line: what it says, where that stands, how strongly, and what is in doubt about it on the day. */
export function passageLine(passage: Passage, day: string): string {
  const { paraphrase, source, locator, strength } = passage
  return `${paraphrase} (${source.title}, ${locator}; ${[strength, ...doubtsAbout(passage, day)].join(', ')})`
}

/** An honest gap: no source says it, and this is why we do it all the same. Counted and printed. */
export type OwnJudgement = Readonly<{ kind: 'own-judgement'; reason: string }>

export type Cite = Passage | OwnJudgement
/** At least one citation: a rule that cites nothing does not type-check. */
export type Cites = readonly [Cite, ...Cite[]]

type PassageText = Readonly<{
  locator: string
  strength: Strength
  says: string
  normative?: boolean
  unverified?: boolean
}>

/** Declares one passage of a source. */
export const passage = (id: string, source: Source, text: PassageText): Passage => ({
  kind: 'passage',
  id,
  source,
  locator: text.locator,
  strength: text.strength,
  paraphrase: text.says,
  normative: text.normative ?? false,
  unverified: text.unverified ?? false,
})

export const ownJudgement = (reason: string): OwnJudgement => ({ kind: 'own-judgement', reason })

/** The id a citation is shown under. */
export const citeId = (cite: Cite): string => (cite.kind === 'passage' ? cite.id : 'own-judgement')
