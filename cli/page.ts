import type { Counts } from '@facialis/fhir'
import type { Advice, Pathway } from '@facialis/language'
import { gates } from './page-gates.ts'
import { alerts, disagreements, missing, notes, steps } from './page-lists.ts'
import type { Line } from './page-reasons.ts'
import { collections, decided, rankings, type Section, standing } from './page-standing.ts'
import { type Ink, wrapped } from './paper.ts'

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
      `${source.about === null ? '' : `${source.about} · `}as of ${advice.asOf}${advice.holdsUntil === null ? '' : ` · holds until ${advice.holdsUntil}`}`,
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
    const doubt = passage.unverified ? ', unverified' : ''
    return wrapped(
      `${passage.paraphrase} (${passage.source.title}, ${passage.locator}; ${passage.strength}${doubt})`,
      ink.width,
      `  ${id.padEnd(4)} `,
    )
  })
  return lines.length === 0 ? [] : [ink.heading('WHAT THE GATES REST ON'), ...lines]
}

/** What became of a bundle: nothing that was left out goes unsaid. */
function reading({ counts }: Source, ink: Ink): readonly Line[] {
  if (counts === null) return []
  const said: readonly (readonly [number, string])[] = [
    [counts.otherTypes + counts.unknownCodes, 'said nothing here'],
    [counts.enteredInError, 'entered in error'],
    [counts.notDone, 'not done'],
    [counts.reportsNotStructured, 'reports in words only, to be entered'],
    [counts.unsigned, 'conclusions without a known signer'],
    [counts.notTaken, 'reassuring statements not confirmed and not taken'],
    [counts.keptAdverse, 'past problems that still count until a clinician answers for them'],
    [counts.dispensed, 'toxins handed out, of which nobody says whether they were given'],
    [counts.unnamedMedicines, 'medicines in codes nobody here reads, without a word'],
    [counts.aboutOthers, 'about somebody or something else'],
    [counts.modified, 'with a modifier nobody here reads'],
    [counts.unattached, 'observations of events that are not in the bundle'],
  ]
  const parts = said.filter(([number]) => number > 0).map(([number, text]) => `${number} ${text}`)
  const codes =
    counts.unconfirmedCodes.length > 0
      ? ` Codes not confirmed with their owner: ${counts.unconfirmedCodes.join(', ')}.`
      : ''
  const sentence = `Read ${counts.understood} of ${counts.resources} resources${parts.length > 0 ? `: ${parts.join('; ')}` : ''}.${codes}`
  return wrapped(sentence, ink.width).map(ink.faint)
}
