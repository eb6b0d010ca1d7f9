import type { Because, Decided, DetailValue, Pathway } from '@facialis/language'
import { type Line, reasonLines } from '../output/reasons.ts'
import { wrapped } from '../output/styled-output.ts'
import { decided, type Section } from './standing.ts'

const signs: Readonly<Record<string, readonly [string, 'good' | 'warning' | 'bad']>> = {
  permitted: ['✓', 'good'],
  caution: ['!', 'warning'],
  blocked: ['✗', 'bad'],
}

/** What may be done, gate by gate, with everything that holds it. */
export const gates: Section = (pathway, advice, style) => {
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
      ...wrapped(decision.asks, style.width, '  '),
      `  ${style[colour](`${sign} ${made.answer.toUpperCase()}`)}`,
      ...(made.because.some(({ rule }) => told.has(rule)) ? ['  - Everything above.'] : []),
      ...own.flatMap((reason) => reasonLines(reason, pathway, style)),
      ...gateNotes(made, body.behind !== null || unasked.length > 0, pathway).flatMap((note) =>
        wrapped(note, style.width, '  - '),
      ),
    ]
  })
  return lines.length === 0 ? [] : [style.heading('WHAT MAY BE DONE'), ...lines]
}

/** A reason that is only a question nobody has asked yet today. */
const isUnasked = ({ from }: Because): boolean => from.length > 0 && from.every(({ value }) => value === 'unknown')

function gateNotes({ detail }: Decided, isAtChair: boolean, pathway: Pathway): readonly string[] {
  const list = (json: unknown): readonly string[] => (Array.isArray(json) ? json.map(String) : [])
  const label = (id: string): string => pathway.facts.find((fact) => fact.id === id)?.label ?? id
  const [opens, ask] = [detail.opensOn, list(detail.confirmAtSession)]
  const standing = inForce(detail.exceptions)
  const others = list(detail.overridableBy).filter((code) => !standing.some((one) => one.code === code))
  const notes = [
    typeof opens === 'string' ? `Opens on ${opens}.` : '',
    ...others.map((code) => `A standing exception may let it pass: ${reasonOf(code, pathway)}.`),
    ...standing.map(({ label: reason }) => `A standing exception is in force: ${reason}.`),
    cumulativeWords(detail.cumulative),
    isAtChair && ask.length > 0 ? `To be asked on the day of the session: ${ask.map(label).join('; ')}.` : '',
  ]
  return notes.filter((note) => note !== '')
}

/** What an exception of this code is for, in the words of the pathway. */
const reasonOf = (code: string, { decisions }: Pathway): string => {
  const kinds = decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
  return kinds.find((kind) => kind.code === code)?.label ?? code
}
type Standing = Readonly<{ code: string; label: string }>
const inForce = (exceptions: DetailValue | undefined): readonly Standing[] =>
  Array.isArray(exceptions)
    ? (exceptions as readonly Readonly<Record<string, DetailValue>>[]).map(({ code, label }) => ({
        code: String(code),
        label: String(label),
      }))
    : []

/** Product by product: units are never added up across them. */
function cumulativeWords(rows: DetailValue | undefined): string {
  if (!Array.isArray(rows) || rows.length === 0) return ''
  const said = (units: DetailValue | undefined): string =>
    units === null || units === undefined
      ? 'units not known'
      : `${Array.isArray(units) ? units.join(' to ') : String(units)} U`
  const given = rows as readonly Readonly<Record<string, DetailValue>>[]
  const parts = given.map(({ product, facial, all }) => {
    const [face, total] = [said(facial), said(all)]
    return `${product === 'unknown' ? 'an unknown product' : product} ${total}${face === total ? '' : ` (face ${face})`}`
  })
  return `Given in the last ${given[0]?.days} days: ${parts.join('; ')}.`
}
