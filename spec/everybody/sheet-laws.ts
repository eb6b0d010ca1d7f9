import { planOf } from '@facialis/engine'
import { saying, stating, withEntry } from '@facialis/engine/local-search/edits.ts'
import { isJudgement, judgedWhole } from '@facialis/engine/local-search/judgements.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { blank, type Place } from '@facialis/engine/plan/layout.ts'
import { constantSum, type Sum } from '@facialis/engine/symbolic/bit-vectors.ts'
import { type Literal, negate } from '@facialis/engine/symbolic/literal.ts'
import { type Days, today } from '@facialis/engine/symbolic/symbolic-days.ts'
import type { SymbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import {
  type Asking,
  type Chart,
  type EntryRecord,
  emptyChart,
  type Fact,
  type Pathway,
  type Span,
  type Value,
} from '@facialis/language'
import type { Case } from '../naive/on-the-day.ts'
import type { Encoding } from './encoding.ts'
import { equals } from './pinned.ts'

/** What may stand in a sheet, of which a chart says otherwise: it cannot be put there, or is left out and could be. */
export function lawsBroken(encoding: Encoding, { pathway, asking }: Case): readonly string[] {
  const plan = planOf(pathway)
  const all = encoding.symbolicPlan(plan, { rowsOf: () => 1, isExact: true })
  return [
    ...plan.layout.person.places.flatMap((place) => [...ofAnswer(all, place, asking), ...ofBounds(all, place, -1)]),
    ...plan.layout.entryKinds.flatMap(({ row }) => row.places.flatMap((place) => ofBounds(all, place, 0))),
    ...pathway.entries.flatMap((kind) =>
      Object.values(kind.fields).flatMap((field) => ofJudgement(all, pathway, field)),
    ),
    ...pathway.policy.flatMap((number) => between(all, number.id, { of: all.sheet.policy(number), ...number })),
    ...[-2, 5].flatMap((by) => ofEntryDate(all, today + by)),
  ]
}

const may = ({ solver }: SymbolicPlan, ...all: readonly Literal[]): boolean => solver.solve(all) === true

/** An answer of so many days ago, and whether it still stands today. */
function ofAnswer(all: SymbolicPlan, place: Place, asking: Asking): readonly string[] {
  const { plan, sheet, logic } = all
  const { fact } = place
  if (!('values' in fact) || place.observed === null) return []
  const fill = fillerOf(plan)
  const { asOf } = asking
  const good = fact.goodFor ? (asking.policy[fact.goodFor.id] ?? fact.goodFor.default) : 0
  const ago = [0, good - 1, good, good + 1, good + 40].filter((days) => days >= 0)
  const dates: readonly (Span | null)[] = [
    null,
    ...ago.map((days) => ({ lo: asOf - days, hi: asOf - days })),
    ...ago.map((days) => ({ lo: asOf - days, hi: asOf })),
  ]
  const policy = fact.goodFor ? [equals(all, sheet.policy(fact.goodFor), good)] : []
  return fact.values.flatMap((word, position) =>
    dates.flatMap((date) => {
      const value: Value = fact.type === 'set' ? { words: [word] } : { word }
      const isWhole = date !== null || !isJudgement(fact, value)
      const known = fact.type === 'set' ? 1 << position : position
      // What stands where nothing is recorded was never seen.
      const isIn = (chart: Chart): boolean => {
        const { person } = fill(chart, asking)
        return person[place.cell] === known && (date === null) === (person[place.observed as number] === blank)
      }
      const stands = (isWhole && isIn(stating(emptyChart, fact, value, date))) || isIn(emptyChart)
      const said = fact.type === 'set' ? isSet(all, place, position) : [sheet.words(place, -1)[position] as Literal]
      const isSo = may(all, ...policy, ...said, ...onDays(all, sheet.observed(place, -1), asOf, date))
      return isSo === stands
        ? []
        : [`${fact.id} ${word} of ${JSON.stringify(date)} on ${asOf}: ${isSo ? 'let in' : 'left out'}`]
    }),
  )

  function isSet(of: SymbolicPlan, where: Place, at: number): readonly Literal[] {
    const { known, members } = of.sheet.members(where, -1)
    return [known, logic.all(members.map((one, i) => (i === at ? one : negate(one))))]
  }
}

function onDays(all: SymbolicPlan, { known, lo, hi }: Days, asOf: number, date: Span | null): readonly Literal[] {
  if (date === null) return [negate(known)]
  return [known, equals(all, lo, date.lo - asOf + today), equals(all, hi, date.hi - asOf + today)]
}

/** No two words at once, no amount or day out of its bounds, and all within them. */
function ofBounds(all: SymbolicPlan, place: Place, row: number): readonly string[] {
  const { sheet, numbers } = all
  const { fact } = place
  if (fact.type === 'choice' || fact.type === 'yes-no') {
    const words = sheet.words(place, row)
    return words.flatMap((one, i) =>
      words.slice(i + 1).some((other) => may(all, one, other)) ? [`${fact.id} is ${fact.values[i]} and another`] : [],
    )
  }
  if (fact.type === 'quantity')
    return between(all, fact.id, { of: sheet.amount(place, row).value, min: fact.min, max: fact.max })
  if (fact.type !== 'date') return []
  const { lo, hi } = sheet.date(place, row)
  return may(all, numbers.isLess(hi, lo)) ? [`${fact.id} ends before it begins`] : []
}

function between(
  all: SymbolicPlan,
  id: string,
  { of, min, max }: Readonly<{ of: Sum; min: number; max: number }>,
): readonly string[] {
  const { numbers } = all
  return [
    ...[min, max].flatMap((value) => (may(all, equals(all, of, value)) ? [] : [`${id} is never ${value}`])),
    ...(may(all, numbers.isLess(of, constantSum(min))) ? [`${id} is less than ${min}`] : []),
    ...(may(all, numbers.isLess(constantSum(max), of)) ? [`${id} is more than ${max}`] : []),
  ]
}

/** No entry lies ahead. */
function ofEntryDate(all: SymbolicPlan, day: number): readonly string[] {
  return all.plan.layout.entryKinds.flatMap(({ entry }, entryKind) => {
    const { known, lo, hi } = all.sheet.entryDate(entryKind, 0)
    const isSo = may(all, known, equals(all, lo, day), equals(all, hi, day))
    return isSo === day <= today ? [] : [`${entry.id} on day ${day}`]
  })
}

/** A judgement with each part of what it needs said, as usual, or not known. */
function ofJudgement(all: SymbolicPlan, pathway: Pathway, field: Fact): readonly string[] {
  if (!('judged' in field) || field.judged === null) return []
  const { plan, sheet } = all
  const { words, needs } = field.judged
  const word = words[0] as string
  const kind = pathway.entries.find(({ fields }) =>
    Object.values(fields).includes(field),
  ) as (typeof pathway.entries)[number]
  const ways = needs.reduce<readonly (readonly boolean[])[]>(
    (all, _) =>
      all.flatMap((way) => [
        [...way, true],
        [...way, false],
      ]),
    [[]],
  )
  return ways.flatMap((way) => {
    const { chart, id } = withEntry(emptyChart, kind, { lo: 0, hi: 0 })
    const { entries } = needs.reduce((so, need, i) => saying(so, id, need, way[i] ? said(need) : usual(need), 0), chart)
    const record = entries[0] as EntryRecord
    const isWhole = judgedWhole(pathway, { ...record, fields: { ...record.fields, [field.id]: { word } } })
    const place = plan.layout.placeOf(field)
    const isSo = may(
      all,
      sheet.words(place, 0)[field.values.indexOf(word)] as Literal,
      ...needs.map((need, i) => {
        const at = plan.layout.placeOf(need)
        const value = way[i] ? said(need) : usual(need)
        if ('word' in value && 'values' in need) return sheet.words(at, 0)[need.values.indexOf(value.word)] as Literal
        return way[i] ? sheet.isKnown(at, 0) : negate(sheet.isKnown(at, 0))
      }),
    )
    return isSo === isWhole ? [] : [`${field.id} ${word} with ${JSON.stringify(way)}: ${isSo ? 'let in' : 'left out'}`]
  })
}

const said = (fact: Fact): Value =>
  'values' in fact
    ? {
        word: fact.values.find(
          (one) => !(fact.unrecorded && 'word' in fact.unrecorded && fact.unrecorded.word === one),
        ) as string,
      }
    : fact.type === 'date'
      ? { date: { lo: 0, hi: 0 } }
      : { text: 'made up' }
const usual = (fact: Fact) =>
  fact.unrecorded && 'word' in fact.unrecorded ? fact.unrecorded : ({ unknown: 'asked-unanswered' } as const)
