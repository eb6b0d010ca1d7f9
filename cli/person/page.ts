import { type Counts, whatWasRead } from '@facialis/fhir'
import { type Advice, type Pathway, passageLine } from '@facialis/language'
import { onOneLine } from '../output/on-one-line.ts'
import { type Ink, wrapped } from '../output/paper.ts'
import type { Line } from '../output/reasons.ts'
import { gates } from './gates.ts'
import { alerts, disagreements, missing, notes, steps } from './lists.ts'
import { collections, decided, rankings, type Section, standing } from './standing.ts'

export type Source = Readonly<{ about: string | null; counts: Readonly<Counts> | null }>

/** In the order in which they are read: what cannot wait, where they stand, what may be done, what is next, why. */
const sections: readonly Section[] = [
  alerts,
  standing,
  gates,
  collections,
  steps,
  missing,
  rankings,
  disagreements,
  notes,
  (pathway, advice, ink) => sources(pathway, advice, ink),
]

/** The advice as a page for a terminal: where they stand, the gates, what is next, what is missing, alerts. */
export function page(pathway: Pathway, advice: Advice, source: Source, ink: Ink): string {
  const head = [
    ...wrapped(`${pathway.title}`, ink.width).map(ink.strong),
    ink.faint(
      `${source.about === null ? '' : `${onOneLine(source.about)} · `}as of ${advice.asOf}${advice.holdsUntil === null ? '' : ` · holds until ${advice.holdsUntil}`}`,
    ),
    ...wrapped(`${advice.status}. ${banner}`, ink.width).map(ink.warning),
  ]
  const foot = reading(source, ink)
  return [head, ...sections.map((section) => section(pathway, advice, ink)), foot]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const banner = 'Decision support: check the facts and the source. It does not replace your judgement.'

/** The statements of guidance that the gates rest on, in our own words. */
const sources: Section = (pathway, advice, ink) => {
  const cited = pathway.decisions.flatMap((decision) => {
    const made = decision.body.kind === 'gate' && decision.body.behind === null ? decided(advice, decision.id) : null
    return made?.because.map(({ passage }) => passage) ?? []
  })
  const lines = [...new Set(cited)].flatMap((id) => {
    const passage = pathway.passages.find((known) => known.id === id)
    if (!passage) return []
    return wrapped(passageLine(passage, advice.asOf), ink.width, `  ${id.padEnd(4)} `)
  })
  return lines.length === 0 ? [] : [ink.heading('WHAT THE GATES REST ON'), ...lines]
}

/** What became of a bundle. */
const reading = ({ counts }: Source, ink: Ink): readonly Line[] =>
  counts === null ? [] : wrapped(whatWasRead(counts), ink.width).map(ink.faint)
