import { type Counts, readSummary } from '@facialis/fhir'
import { type Advice, type Pathway, passageLine } from '@facialis/language'
import type { Line } from '../output/reasons.ts'
import { singleLine } from '../output/single-line.ts'
import { type TextStyle, wrapped } from '../output/styled-output.ts'
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
  (pathway, advice, style) => sources(pathway, advice, style),
]

/** The advice as a page for a terminal: where they stand, the gates, what is next, what is missing, alerts. */
export function page(pathway: Pathway, advice: Advice, source: Source, style: TextStyle): string {
  const head = [
    ...wrapped(`${pathway.title}`, style.width).map(style.strong),
    style.faint(
      `${source.about === null ? '' : `${singleLine(source.about)} · `}as of ${advice.asOf}${advice.holdsUntil === null ? '' : ` · holds until ${advice.holdsUntil}`}`,
    ),
    ...wrapped(`${advice.status}. ${banner}`, style.width).map(style.warning),
  ]
  const foot = reading(source, style)
  return [head, ...sections.map((section) => section(pathway, advice, style)), foot]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const banner = 'Decision support: check the facts and the source. It does not replace your judgement.'

/** The statements of guidance that the gates rest on, in our own words. */
const sources: Section = (pathway, advice, style) => {
  const cited = pathway.decisions.flatMap((decision) => {
    const made = decision.body.kind === 'gate' && decision.body.behind === null ? decided(advice, decision.id) : null
    return made?.because.map(({ passage }) => passage) ?? []
  })
  const lines = [...new Set(cited)].flatMap((id) => {
    const passage = pathway.passages.find((known) => known.id === id)
    if (!passage) return []
    return wrapped(passageLine(passage, advice.asOf), style.width, `  ${id.padEnd(4)} `)
  })
  return lines.length === 0 ? [] : [style.heading('WHAT THE GATES REST ON'), ...lines]
}

/** What became of a bundle. */
const reading = ({ counts }: Source, style: TextStyle): readonly Line[] =>
  counts === null ? [] : wrapped(readSummary(counts), style.width).map(style.faint)
