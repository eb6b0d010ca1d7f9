import { type Detail, type Details, type DetailValue, formatSpan, memoiseWeak } from '@facialis/language'
import { entriesOf, type ResolvedEntry, type ResolvedFact, resolvedFactOf } from '../chart/resolved-chart.ts'
import type { World } from '../world/world.ts'
import { allBlockers, type Gate } from './blockers.ts'
import { rankedOf } from './rankings-and-collections.ts'

/** What a decision tells besides its answer. */
export const detailsOf = (details: Details, world: World, scope: ResolvedEntry | null): Record<string, DetailValue> =>
  Object.fromEntries(namedIn(details).map(([name, detail]) => [name, detailValue(detail, world, scope)]))

const namedIn = memoiseWeak((details: Details) => Object.entries(details))

function detailValue(detail: Detail, world: World, scope: ResolvedEntry | null): DetailValue {
  switch (detail.kind) {
    case 'fixed':
      return detail.value
    case 'answer-of':
      return world.answer(detail.decision, scope)
    case 'value-of':
      return plain(resolvedFactOf(world, detail.fact, scope))
    case 'number-of': {
      const value = world.measured(detail.term, scope)
      if (typeof value === 'string') return null
      return value.lo === value.hi ? value.lo : [value.lo, value.hi]
    }
    case 'amount-of': {
      const value = world.measured(detail.term, scope)
      if (typeof value === 'string') return null
      const [lo, hi] = [inUnits(value.lo, detail.decimals), inUnits(value.hi, detail.decimals)]
      return lo === hi ? lo : [lo, hi]
    }
    case 'date': {
      const value = world.written(detail.date, scope)
      return typeof value === 'string' ? null : formatSpan(value)
    }
    case 'latest-field': {
      const entry = entriesOf(world, detail.entry).find((e) => world.truth(detail.where, e) === 'yes')
      return entry ? plain(resolvedFactOf(world, detail.field, entry)) : null
    }
    case 'first-of': {
      const held = detail.of.find((option) => world.truth(option.when, scope) === 'yes')
      return held ? detailValue(held.tell, world, scope) : null
    }
    case 'items':
      return world.holding(detail.of, scope).map((option) => option.item)
    case 'rows':
      return world.holding(detail.of, scope).map((option) => detailsOf(option.row, world, scope))
    case 'entries':
      return entriesOf(world, detail.entry)
        .filter((e) => world.truth(detail.where, e) === 'yes')
        .map((e) => e.id)
    case 'leader-of':
      return rankedOf(detail.ranking, world)[0]?.id ?? null
    default:
      return detail satisfies never
  }
}

/** Steps of 10^-decimals in whole units: 2250 hundredths are 22.5. The nearest number there is, so the bytes are always the same. */
const inUnits = (steps: number, decimals: number): number => Number((steps / 10 ** decimals).toFixed(decimals))

const plain = (standing: ResolvedFact): DetailValue => {
  if (!standing.known) return null
  const { value } = standing
  if ('word' in value) return value.word
  if ('number' in value) return value.number
  if ('words' in value) return value.words
  if ('date' in value) return formatSpan(value.date)
  return value.text
}

type Exceptions = Readonly<{ overridableBy: readonly string[]; exceptions: readonly DetailValue[] }>
export type GateDetail = Exceptions & Readonly<{ confirmAtSession: readonly string[] }>

/** What every gate tells besides its answer and the day on which it opens. */
export const gateDetailOf = (gate: Gate, world: World): GateDetail => ({
  ...exceptionsOf(gate, world),
  confirmAtSession: toConfirm(gate, world),
})

/**
 * The exceptions that may stand in for what shuts this gate, and those that do. Each covers only what it names, so
 * several may be needed: unless between them nothing is left over, none is offered and none counts.
 */
function exceptionsOf(gate: Gate, world: World): Exceptions {
  const kinds =
    gate.exceptions.length > 0 ? gate.exceptions : gate.behind?.body.kind === 'gate' ? gate.behind.body.exceptions : []
  const blockers = [...new Set(allBlockers(gate, world).map(({ id }) => id))]
  const offered = kinds
    .map((kind) => ({ kind, covers: blockers.filter((blocker) => kind.covers.includes(blocker)) }))
    .filter(({ kind, covers }) => covers.length > 0 && world.truth(kind.available, null) === 'yes')
  const signed = offered.flatMap(({ kind, covers }) =>
    entriesOf(world, kind.entry)
      .filter((entry) => world.truth(kind.inForce, entry) === 'yes')
      .map((entry) => ({ code: kind.code, entry: entry.id, label: kind.label, covers })),
  )
  const cover = (some: readonly Readonly<{ covers: readonly string[] }>[]): boolean =>
    blockers.every((blocker) => some.some(({ covers }) => covers.includes(blocker)))
  return {
    overridableBy: cover(offered) ? offered.map(({ kind }) => kind.code) : [],
    exceptions: cover(signed) ? signed : [],
  }
}

/** At-chair facts whose answer is not there: to be confirmed at the session. */
const toConfirm = (gate: Gate, world: World): readonly string[] => [
  ...new Set(
    gate.limits
      .filter((limit) => limit.atChair && world.truth(limit.when, null) === 'unknown')
      .flatMap((limit) => (limit.when.kind === 'is' ? [limit.when.fact.id] : [])),
  ),
]
