import type { Counts } from '@facialis/fhir'
import type { Advice, Because, Decided, Listed, NextStep, Pathway } from '@facialis/language'
import { type Ink, wrapped } from './paper.ts'

export type Source = Readonly<{ about: string | null; counts: Readonly<Counts> | null }>
type Line = string
type Section = (pathway: Pathway, advice: Advice, ink: Ink) => readonly Line[]

/** The advice as a page for a terminal: where they stand, the gates, what is next, what is missing, alerts. */
export function page(pathway: Pathway, advice: Advice, source: Source, ink: Ink): string {
  const sections = [standing, alerts, gates, steps, missing, disagreements, sources].map((section) =>
    section(pathway, advice, ink),
  )
  const head = [
    ...wrapped(`${pathway.title}`, ink.width).map(ink.strong),
    ink.faint(
      `${source.about === null ? '' : `${source.about} · `}as of ${advice.asOf}${advice.holdsUntil === null ? '' : ` · holds until ${advice.holdsUntil}`}`,
    ),
    ...wrapped(`${advice.status}. ${banner}`, ink.width).map(ink.warning),
  ]
  const foot = reading(source, ink)
  return [head, ...sections, foot]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const banner = 'Decision support: check the facts and the source. It does not replace your judgement.'

const words = (text: string): string => text.replaceAll('-', ' ')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const decided = (advice: Advice, id: string): Decided | null => {
  const decision: Decided | Listed | undefined = advice.decisions[id]
  return decision && typeof decision.answer === 'string' ? (decision as Decided) : null
}

const because = ({ text, rule, passages }: Because, ink: Ink): readonly Line[] =>
  colouredTail(wrapped(`${text} [${[rule, ...passages].join(' · ')}]`, ink.width, '  - '), ink)

/** Names of rules and passages stand back behind the sentence. */
const colouredTail = (lines: readonly Line[], ink: Ink): readonly Line[] => {
  const at = lines.findIndex((line) => line.includes('['))
  return lines.map((line, index) => {
    if (index < at) return line
    const from = index === at ? line.lastIndexOf('[') : line.length - line.trimStart().length
    return line.slice(0, from) + ink.faint(line.slice(from))
  })
}

const standing: Section = (pathway, advice, ink) => {
  const stage = decided(advice, pathway.stage.id)
  const also = stage && Array.isArray(stage.detail.also) ? stage.detail.also.map(String) : []
  const since = typeof stage?.detail.since === 'string' ? ` since ${stage.detail.since}` : ''
  const rows = pathway.decisions.flatMap((decision): readonly (readonly [string, string, string])[] => {
    const made =
      decision.scope === 'patient' && decision.body.kind !== 'gate' && decision !== pathway.stage
        ? decided(advice, decision.id)
        : null
    return made === null ? [] : [[decision.id, words(made.answer), made.because[0]?.text ?? '']]
  })
  const wide = Math.max(...rows.map(([id]) => id.length), 0)
  const answers = Math.max(...rows.map(([, answer]) => answer.length), 0)
  return [
    ink.heading('WHERE THEY STAND'),
    `  ${ink.strong(capital(words(stage?.answer ?? 'not known')))}${since}${also.length > 0 ? `; also ${also.map(words).join(', ')}` : ''}`,
    ...(stage?.because ?? []).flatMap((reason) => because(reason, ink)),
    '',
    ...rows.flatMap(([id, answer, text]) =>
      wrapped(text, ink.width, `  ${id.padEnd(wide)}  ${answer.padEnd(answers)}  `),
    ),
  ]
}

const signs: Readonly<Record<string, readonly [string, 'good' | 'warning' | 'bad']>> = {
  permitted: ['✓', 'good'],
  caution: ['!', 'warning'],
  blocked: ['✗', 'bad'],
}

const gates: Section = (pathway, advice, ink) => {
  const lines = pathway.decisions.flatMap((decision): readonly Line[] => {
    const { body } = decision
    const made = body.kind === 'gate' ? decided(advice, decision.id) : null
    if (made === null || body.kind !== 'gate') return []
    const [sign, colour] = signs[made.answer] ?? ['?', 'warning']
    const before = body.behind ? decided(advice, body.behind.id) : null
    const told = new Set(before?.because.map(({ rule }) => rule))
    const unasked = body.behind ? made.because.filter((reason) => isUnasked(reason)) : []
    const own = made.because.filter((reason) => !told.has(reason.rule) && !unasked.includes(reason))
    return [
      ...wrapped(decision.asks, ink.width, '  '),
      `  ${ink[colour](`${sign} ${made.answer.toUpperCase()}`)}`,
      ...(made.because.some(({ rule }) => told.has(rule)) ? ['  - All that holds above.'] : []),
      ...own.flatMap((reason) => because(reason, ink)),
      ...gateNotes(made, body.behind !== null || unasked.length > 0, pathway, ink),
    ]
  })
  return lines.length === 0 ? [] : [ink.heading('WHAT MAY BE DONE'), ...lines]
}

/** A reason that is only a question nobody has asked yet today. */
const isUnasked = ({ from }: Because): boolean => from.length > 0 && from.every(({ value }) => value === 'unknown')

function gateNotes({ detail }: Decided, isAtChair: boolean, pathway: Pathway, ink: Ink): readonly Line[] {
  const list = (json: unknown): readonly string[] => (Array.isArray(json) ? json.map(String) : [])
  const label = (id: string): string => pathway.facts.find((fact) => fact.id === id)?.label ?? id
  const [opens, passes, exceptions, ask] = [
    detail.opensOn,
    list(detail.overridableBy),
    list(detail.exceptions),
    list(detail.confirmAtSession),
  ]
  const notes = [
    typeof opens === 'string' ? `Opens on ${opens}.` : '',
    passes.length > 0 ? `May be passed by a standing exception: ${passes.join(', ')}.` : '',
    exceptions.length > 0 ? `A standing exception is in force: ${exceptions.join(', ')}.` : '',
    isAtChair && ask.length > 0 ? `To be asked on the day of the session: ${ask.map(label).join('; ')}.` : '',
  ]
  return notes.filter((note) => note !== '').flatMap((note) => wrapped(note, ink.width, '  - '))
}

const steps: Section = (_pathway, { nextSteps }, ink) => [
  ink.heading('NEXT'),
  ...(nextSteps.length === 0 ? ['  Nothing is due.'] : nextSteps.flatMap((step, index) => stepLines(step, index, ink))),
]

function stepLines(
  { label, text, owner, urgency, dueBy, state, anchor, rules, passages }: NextStep,
  index: number,
  ink: Ink,
): readonly Line[] {
  const due = dueBy === null ? `no due date: ${words(anchor.fact)} is not known` : `due by ${dueBy}`
  const colour =
    urgency === 'emergency' || state === 'overdue'
      ? ink.bad
      : urgency === 'urgent' || urgency === 'soon'
        ? ink.warning
        : ink.strong
  const number = `  ${index + 1}. `
  return [
    ...wrapped(label, ink.width, number).map((line) => colour(line)),
    ...wrapped(`${words(owner)} · ${urgency} · ${due} (${words(state)})`, ink.width, ' '.repeat(number.length)),
    ...colouredTail(
      wrapped(`${text} [${[...rules, ...passages].join(' · ')}]`, ink.width, ' '.repeat(number.length)),
      ink,
    ),
  ]
}

/** The rest of a long list is for a screen or for `--json`. */
const mostMissing = 8

const missing: Section = (_pathway, { missing }, ink) => {
  const [best, ...rest] = missing
  if (!best) return [ink.heading('WHAT IS MISSING'), '  Nothing that would change an answer.']
  const shown = rest.slice(0, mostMissing - 1)
  const left = rest.length - shown.length
  return [
    ink.heading('WHAT IS MISSING'),
    ...wrapped(`Best next question: ${best.question}`, ink.width, '  > ').map(ink.strong),
    `    ${ink.faint(`${best.fact} · ${words(best.why)}`)}`,
    ...shown.flatMap(({ fact, question, why }) => [
      ...wrapped(question, ink.width, '  - '),
      `    ${ink.faint(`${fact} · ${words(why)}`)}`,
    ]),
    ...(left > 0 ? [`  … and ${left} more.`] : []),
  ]
}

const alerts: Section = (_pathway, { alerts }, ink) =>
  alerts.length === 0
    ? []
    : [
        ink.heading('ALERTS'),
        ...alerts.flatMap(({ severity, text, rules, passages }) => {
          const colour = severity === 'critical' ? ink.bad : severity === 'warning' ? ink.warning : ink.strong
          const [first = '', ...more] = wrapped(
            `${text} [${[...rules, ...passages].join(' · ')}]`,
            ink.width,
            `  ${severity.toUpperCase()}: `,
          )
          return [colour(first), ...more]
        }),
      ]

const disagreements: Section = (_pathway, { conflicts, ignored }, ink) => {
  const lines = [
    ...conflicts.flatMap(({ fact, text }) => wrapped(`${fact}: ${text}`, ink.width, '  - ')),
    ...ignored.flatMap(({ what, why }) => wrapped(`${what}: not used, ${why}`, ink.width, '  - ')),
  ]
  return lines.length === 0 ? [] : [ink.heading('TO BE CLEARED UP'), ...lines]
}

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
