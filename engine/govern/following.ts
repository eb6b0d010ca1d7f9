import { type Advice, type Asking, boldnessOf, type Chart, type Decided, type Pathway } from '@facialis/language'
import { askedChart } from '../advice/asked-chart.ts'
import { evaluate } from '../advice/evaluate.ts'

/**
 * What is said to somebody whose episode follows an earlier version. That version speaks; but where the newest is less
 * bold about an act it offers, its answer counts, at once and for everybody. What it must warn of is said, what it asks to
 * open what it shuts is asked, and what it then calls for is called for.
 */
export const adviceFollowing = (versions: Versions, chart: Chart, asking: Asking): Advice =>
  following(versions, (pathway) => evaluate(pathway, chart, asking))

/** The same, for whoever reads little of it: each part is worked out when it is first read. */
export const lazyAdviceFollowing = (versions: Versions, chart: Chart, asking: Asking): Advice =>
  following(versions, (pathway) => askedChart(pathway, chart, asking).advice())

type Versions = Readonly<{ followed: Pathway; newest: Pathway }>

function following({ followed, newest }: Versions, adviceOf: (pathway: Pathway) => Advice): Advice {
  const own = adviceOf(followed)
  if (followed.version === newest.version) return own
  const later = adviceOf(newest)
  const shut = newest.toProve.offers.flatMap((offer): readonly (readonly [string, Decided])[] => {
    const [mine, theirs] = [own, later].map(({ decisions }) => decisions[offer.id])
    if (!isDecided(mine) || !isDecided(theirs)) return []
    const bold = boldnessOf(offer, mine.answer)
    // An answer that the newest does not know any more is none it can vouch for.
    return bold < 0 || boldnessOf(offer, theirs.answer) < bold ? [[offer.id, { ...theirs, by: newest.version }]] : []
  })
  // What holds an act back is asked for, too: nobody is left before a shut gate that nothing opens.
  const isShut = new Set(shut.map(([id]) => id))
  const asked = later.missing.filter(
    ({ fact, settles }) => settles.some((id) => isShut.has(id)) && !own.missing.some((one) => one.fact === fact),
  )
  return {
    ...own,
    holdsUntil: earlier(own.holdsUntil, later.holdsUntil),
    decisions: { ...own.decisions, ...Object.fromEntries(shut) },
    nextSteps: isShut.size === 0 ? own.nextSteps : withOthers(own.nextSteps, later.nextSteps),
    alerts: withOthers(own.alerts, later.alerts),
    missing: [...asked, ...own.missing],
  }
}

/** These, and those of the others that are not among them. */
const withOthers = <T extends Readonly<{ id: string }>>(own: readonly T[], others: readonly T[]): readonly T[] => [
  ...own,
  ...others.filter(({ id }) => !own.some((one) => one.id === id)),
]

const isDecided = (one: Advice['decisions'][string] | undefined): one is Decided =>
  one !== undefined && typeof one.answer === 'string'

const earlier = (one: string | null, other: string | null): string | null =>
  one === null ? other : other === null || one < other ? one : other
