import type { Advice, Decided, DetailValue, Listed, Pathway } from '@facialis/language'
import { capital, type Line, plainWords, reasonLines } from '../output/reasons.ts'
import { type TextStyle, wrapped } from '../output/styled-output.ts'

export type Section = (pathway: Pathway, advice: Advice, style: TextStyle) => readonly Line[]

/** A decision with one answer; null for lists and for ids this pathway does not have. */
export const decided = (advice: Advice, id: string): Decided | null => {
  const decision: Decided | Listed | undefined = advice.decisions[id]
  return decision && typeof decision.answer === 'string' ? (decision as Decided) : null
}

/** The stage with its reason, then every decision that is no gate with the reason that came first. */
export const standing: Section = (pathway, advice, style) => {
  const stage = decided(advice, pathway.stage.id)
  const also = stage && Array.isArray(stage.detail.also) ? stage.detail.also.map(String) : []
  const since = typeof stage?.detail.since === 'string' ? ` since ${stage.detail.since}` : ''
  const rows = pathway.decisions.flatMap((decision): readonly (readonly [string, string, string])[] => {
    const made =
      decision.scope === 'patient' && decision.body.kind !== 'gate' && decision !== pathway.stage
        ? decided(advice, decision.id)
        : null
    return made === null ? [] : [[decision.id, plainWords(made.answer), made.because[0]?.text ?? '']]
  })
  const wide = Math.max(...rows.map(([id]) => id.length), 0)
  const answers = Math.max(...rows.map(([, answer]) => answer.length), 0)
  return [
    style.heading('WHERE THEY STAND'),
    `  ${style.strong(capital(plainWords(stage?.answer ?? 'not known')))}${since}${also.length > 0 ? `; also ${also.map(plainWords).join(', ')}` : ''}`,
    ...(stage?.because ?? []).flatMap((reason) => reasonLines(reason, pathway, style)),
    '',
    ...rows.flatMap(([id, answer, text]) =>
      wrapped(text, style.width, `  ${id.padEnd(wide)}  ${answer.padEnd(answers)}  `),
    ),
  ]
}

type Row = Readonly<Record<string, DetailValue>>
const rowsOf = (answer: readonly DetailValue[]): readonly Row[] =>
  answer.filter((row): row is Row => row !== null && typeof row === 'object' && !Array.isArray(row))

/** Lists the pathway tells besides its decisions, such as raised red flags: what holds, how fast, whether it is open. */
export const collections: Section = (pathway, advice, style) =>
  pathway.collections.flatMap((collection) => {
    const told = advice.decisions[collection.id]
    if (told === undefined || !Array.isArray(told.answer) || told.answer.length === 0) return []
    const rows = rowsOf(told.answer)
    return [
      style.heading(plainWords(collection.id).toUpperCase()),
      ...told.because.flatMap((reason, at) => {
        const { id: _, ...details } = rows[at] ?? {}
        const said = Object.entries(details).flatMap(([name, value]) =>
          typeof value === 'string' && value !== 'no' ? [value === 'yes' ? name : plainWords(value)] : [],
        )
        return reasonLines({ ...reason, text: `${capital(said.join(', '))}: ${reason.text}` }, pathway, style)
      }),
    ]
  })

/** More candidates than this are for a screen or for `--json`. */
const mostCandidates = 3

/** The candidates that lead a ranking, with what speaks for and against each. */
export const rankings: Section = (pathway, advice, style) =>
  pathway.rankings.flatMap(({ id, candidates }) => {
    const told = advice.decisions[id]
    if (told === undefined || !Array.isArray(told.answer)) return []
    const list = (value: DetailValue | undefined): string => (Array.isArray(value) ? value.map(String).join(', ') : '')
    const rows = rowsOf(told.answer).filter((row) => list(row.for) !== '' || list(row.against) !== '')
    if (rows.length === 0) return []
    return [
      style.heading(plainWords(id).toUpperCase()),
      ...rows
        .slice(0, mostCandidates)
        .flatMap((row, at) => [
          ...wrapped(
            `${candidates.find((one) => one.id === row.id)?.label ?? String(row.id)}${list(row.for) === '' ? '' : `: ${list(row.for)}`}`,
            style.width,
            `  ${at + 1}. `,
          ),
          ...(list(row.against) === ''
            ? []
            : wrapped(`against: ${list(row.against)}`, style.width, '     ').map(style.faint)),
        ]),
    ]
  })
