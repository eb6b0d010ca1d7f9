import { StorageFailure } from '@facialis/record'
import type { Board as Told } from '@facialis/wire'
import type { Ground } from '../ground.ts'
import { medicinesNamed, openChart } from '../patient/open-chart.ts'
import { policyInForce } from '../policy.ts'
import { dayNumber } from '../site-day.ts'
import { openBacklog } from './backlog.ts'
import { type Line, lineOf, openLines } from './lines.ts'
import { type Look, type Looking, lookOver } from './look.ts'
import { brokenRow, rowOf } from './row.ts'

/**
 * Everyone who is treated here, one row each, kept in memory. A row is worked out anew after something was written of its
 * person, here or by another server, when the site's numbers change, and on the first day on which the advice changes by
 * itself. A look waits for what was written just now; for thousands it does not, and says of each that it is behind.
 */
export type Board = Readonly<{
  look: (looking: Omit<Looking, 'today'>) => Promise<Look & Pick<Told, 'working'>>
  /** Who is to be told of a bug that kept somebody's row from being worked out. */
  tellFaults: (tell: (fault: unknown) => void) => void
  /** Stops working rows out; for the end, so that nobody waits for thousands. */
  halt: () => void
}>

/** A look waits for as many rows as are worked out in about a second. */
const mostAwaited = 200
const mostRemembered = 50

type Under = Readonly<{ today: string; policy: Awaited<ReturnType<typeof policyInForce>>; by: string }>

export function openBoard(ground: Ground): Board {
  const lines = openLines()
  const backlog = openBacklog(ground)
  let under: Under | null = null
  let work: Promise<void> | null = null
  let halted = false
  let tell: (fault: unknown) => void = () => {}
  const waiting: (() => void)[] = []

  const notice = async (): Promise<void> => {
    const nobodys = new Set(await backlog.notice())
    const policy = await policyInForce(ground)
    const now: Under = { today: ground.today(), policy, by: JSON.stringify(policy) }
    if (nobodys.size > 0 || now.today !== under?.today || now.by !== under.by)
      for (const line of lines.inOrder())
        if (!holds(line, now) || line.restsOn.some((one) => nobodys.has(one))) backlog.add(line.row.id)
    under = now
  }

  const renew = async (id: string): Promise<void> => {
    const { today, policy, by } = under as Under
    const made = { madeOn: today, madeBy: by }
    try {
      const open = await openChart(ground, ground.record, id)
      if (!open) {
        backlog.forget(id)
        return lines.drop(id)
      }
      const restsOn = open.resources.flatMap(medicinesNamed).map((one) => `Medication/${one}`)
      const advice = ground.advise(open.chart, { asOf: dayNumber(today), policy }, open.follows)
      lines.put(lineOf(rowOf(ground.pathway, open, advice), { ...made, restsOn, holdsUntil: advice.holdsUntil }))
    } catch (fault) {
      if (fault instanceof StorageFailure) throw fault
      // What goes wrong with one record takes nobody else off the board, and is not hidden.
      tell(fault)
      const patient = await ground.record.read('Patient', id)
      if (patient.ok) lines.put(lineOf(brokenRow(patient.value.resource), { ...made, restsOn: [], holdsUntil: null }))
    }
  }

  const wake = (): void => {
    for (const go of waiting.splice(0)) go()
  }
  const workAll = async (): Promise<void> => {
    for (let id = backlog.take(); id !== undefined; id = backlog.take()) {
      if (halted) return
      try {
        await renew(id)
        backlog.done(id)
      } catch (failure) {
        backlog.putBack(id)
        throw failure
      }
      if (backlog.written() === 0) wake()
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  /** Resolves once the rows are worked out that a look waits for. */
  const settle = async (): Promise<void> => {
    if (backlog.size() === 0 || halted) return
    work ??= workAll().finally(() => {
      work = null
      wake()
    })
    // Whoever does not wait for it is told by the next look what went wrong.
    work.catch(() => {})
    if (backlog.size() <= mostAwaited) return work
    if (backlog.written() === 0 || backlog.written() > mostAwaited) return
    await Promise.race([work, new Promise<void>((resolve) => waiting.push(resolve))])
  }

  const looks = new Map<string, Look>()
  let lookedAt = -1
  const lookNow = (looking: Looking): Look => {
    if (lookedAt !== lines.revision() || looks.size > mostRemembered) looks.clear()
    lookedAt = lines.revision()
    const key = JSON.stringify(looking)
    const look = looks.get(key) ?? lookOver(lines, looking)
    looks.set(key, look)
    return look
  }

  return {
    look: async (looking) => {
      await notice()
      await settle()
      const look = lookNow({ ...looking, today: ground.today() })
      const many = backlog.size()
      if (many === 0) return { ...look, working: null }
      const rows = look.rows.map((row) =>
        backlog.has(row.id) ? { ...row, behindSince: lines.get(row.id)?.madeOn ?? null } : row,
      )
      // Somebody whose row is shown and worked out anew is one person.
      const of = backlog.people()
      return { ...look, rows, working: { done: of - many, of } }
    },
    tellFaults: (teller) => {
      tell = teller
    },
    halt: () => {
      halted = true
      wake()
    },
  }
}

const holds = ({ madeOn, madeBy, holdsUntil }: Line, { today, by }: Under): boolean =>
  madeOn <= today && madeBy === by && (holdsUntil === null || holdsUntil > today)
