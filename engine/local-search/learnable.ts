import {
  type Asking,
  type Chart,
  type Day,
  exactly,
  type Fact,
  isExact,
  type Pathway,
  type Value,
} from '@facialis/language'
import { resolve } from '../chart/resolve.ts'
import { onDay, saying, stating } from './edits.ts'

/** Somebody once one thing more is known. */
export type Learning = (chart: Chart) => Chart

const someDaysBack = [0, 1, 10, 30, 60, 83, 84, 100, 200, 364, 365, 400, 1000, 3000, 7000, 12000, 25000]

type Context = Readonly<{ asking: Asking; leftOut: (fact: Fact) => boolean }>

/** Of several entries that are joined, what one shows is new evidence and no answer to what was open in another. */
const isJoined = ({ decisions }: Pathway, { entries }: Chart, kind: string): boolean =>
  entries.filter((one) => one.kind === kind).length > 1 &&
  decisions.some(({ body }) => body.kind === 'fold' && body.entry.id === kind)

/** Every single thing not known of somebody, or known vaguely, with what it could turn out to be. */
export function learnable(pathway: Pathway, chart: Chart, { asking, leftOut }: Context): readonly Learning[] {
  const { asOf } = asking
  const today = exactly(asOf)
  const { facts, entries } = resolve(pathway, chart, asking)
  const ofPerson = pathway.facts
    .filter((fact) => !leftOut(fact) && !facts.get(fact.id)?.known)
    .flatMap((fact) =>
      valuesOf(fact, asOf).map(
        (value): Learning =>
          (now) =>
            stating(now, fact, value, today),
      ),
    )
  const ofEntries = [...entries.values()].flat().flatMap(({ id, kind, date, fields: said }): readonly Learning[] => {
    if (isJoined(pathway, chart, kind)) return []
    const fields = Object.values(pathway.entries.find((one) => one.id === kind)?.fields ?? {})
    return [
      ...(date === null ? someDaysBack : []).map(
        (back): Learning =>
          (now) =>
            onDay(now, id, exactly(asOf - back)),
      ),
      ...fields
        .filter((field) => !said.get(field.id)?.known)
        .flatMap((field) =>
          valuesOf(field, asOf).map(
            (value): Learning =>
              (now) =>
                saying(now, id, field, value, asOf),
          ),
        ),
    ]
  })
  const vague = chart.observations.flatMap(({ fact: id, value }) => {
    const fact = pathway.facts.find((one) => one.id === id)
    if (!fact || !('date' in value) || isExact(value.date)) return []
    const { lo, hi } = value.date
    return [lo, hi].map(
      (day): Learning =>
        (now) =>
          stating(now, fact, { date: exactly(day) }, today),
    )
  })
  return [...ofPerson, ...vague, ...ofEntries]
}

function valuesOf(fact: Fact, asOf: Day): readonly Value[] {
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return fact.values.map((word) => ({ word }))
    case 'set':
      return [{ words: [] }, ...fact.values.map((word) => ({ words: [word] })), { words: fact.values }]
    case 'quantity':
      return [fact.min, Math.floor((fact.min + fact.max) / 2), fact.max].map((number) => ({ number }))
    case 'date':
      return (fact.may === 'future' ? someDaysBack.map((back) => -back) : someDaysBack).map((back) => ({
        date: exactly(asOf - back),
      }))
    case 'text':
      return [{ text: 'made up' }]
    default:
      return fact satisfies never
  }
}
