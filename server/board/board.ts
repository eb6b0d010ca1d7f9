import { availableParallelism } from 'node:os'
import { StorageFailure } from '@facialis/record'
import type { Board as Told } from '@facialis/wire'
import { type Beside, Gone } from '../beside/beside.ts'
import { type Work, type WorkedOut, workOut } from '../beside/work.ts'
import type { Ground } from '../ground/ground.ts'
import { policyInForce } from '../ground/policy.ts'
import { readRecord } from '../patient/open-chart.ts'
import { brokenRow } from '../patient/row.ts'
import { openBacklog } from './backlog.ts'
import { type Line, lineOf, openLines } from './lines.ts'
import { type Look, type Looking, lookOver } from './look.ts'
import { openMergedRecords } from './merged-records.ts'

/**
 * Everyone who is treated here, one row each, kept in memory. A row is worked out anew after something was written of its
 * person, here or by another server, when the site's numbers change, and on the first day on which the advice changes by
 * itself. A look waits for what was written just now; for thousands it does not, and says of each that it is behind.
 * Whose record is not in use any more has a row as long as something waits there for somebody.
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
/** So many are read and worked out at once, where threads do it. */
const abreast = 2 * availableParallelism()
const mostRemembered = 50

type Under = Readonly<{ today: string; policy: Awaited<ReturnType<typeof policyInForce>>; by: string }>

export function openBoard(ground: Ground & Readonly<{ beside?: Beside | null }>): Board {
  const lines = openLines()
  /** Of records that are not in use and of which nothing waits: each may wait again on a later day. */
  const quiet = new Map<string, Line>()
  const backlog = openBacklog(ground)
  const mergedRecords = openMergedRecords(backlog, (id) => lines.get(id) !== undefined || quiet.has(id))
  let under: Under | null = null
  let work: Promise<void> | null = null
  let halted = false
  let tell: (fault: unknown) => void = () => {}
  const waiting: (() => void)[] = []

  const notice = async (): Promise<void> => {
    const nobodys = new Set(await backlog.notice())
    const policy = await policyInForce(ground)
    const now: Under = { today: ground.today(), policy, by: JSON.stringify([ground.versions.newest.version, policy]) }
    if (nobodys.size > 0 || now.today !== under?.today || now.by !== under.by) {
      for (const line of [...lines.inOrder(), ...quiet.values()])
        if (!holds(line, now) || line.restsOn.some((one) => nobodys.has(one))) backlog.add(line.row.id)
      backlog.again()
    }
    under = now
  }

  const workedOut = async (work: Extract<Work, { what: 'row' }>): Promise<WorkedOut['row']> => {
    // One person alone is worked out sooner here than a thread is told of them.
    const beside = backlog.size() > mostAwaited ? ground.beside?.workOut(work) : null
    try {
      return (await beside) ?? workOut(ground, work)
    } catch (fault) {
      if (!(fault instanceof Gone)) throw fault
      return workOut(ground, work)
    }
  }

  const drop = (id: string): void => {
    quiet.delete(id)
    lines.drop(id)
  }
  const put = (line: Line, isQuiet: boolean): void => {
    drop(line.row.id)
    if (isQuiet) quiet.set(line.row.id, line)
    else lines.put(line)
  }
  const renew = async (id: string): Promise<void> => {
    const { today, policy, by } = under as Under
    const made = { madeOn: today, madeBy: by }
    try {
      const read = await readRecord(ground.record, id)
      mergedRecords.met(id, read)
      if (!read) backlog.forget(id)
      if (read?.id !== id) return drop(id)
      const { row, isQuiet, ...rest } = await workedOut({ what: 'row', read, today, policy })
      put(lineOf(row, { ...made, ...rest }), isQuiet)
    } catch (fault) {
      if (fault instanceof StorageFailure) throw fault
      // What goes wrong with one record takes nobody else off the board, and is not hidden.
      tell(fault)
      const patient = await ground.record.read('Patient', id)
      if (patient.ok) put(lineOf(brokenRow(patient.value.resource), { ...made, restsOn: [], holdsUntil: null }), false)
    }
  }

  const wake = (): void => {
    for (const go of waiting.splice(0)) go()
  }
  const workAll = async (): Promise<void> => {
    const open = new Set<Promise<void>>()
    const failed: unknown[] = []
    const work = async (id: string): Promise<void> => {
      try {
        await renew(id)
        backlog.done(id)
      } catch (failure) {
        backlog.putBack(id)
        failed.push(failure)
      }
      if (backlog.written() === 0) wake()
    }
    while (!halted && failed.length === 0) {
      const id = backlog.take()
      if (id === undefined && open.size === 0) break
      if (id !== undefined) {
        const turn = work(id).finally(() => open.delete(turn))
        open.add(turn)
      }
      if (id === undefined || open.size >= abreast) await Promise.race(open)
      // Others are served between two people.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(open)
    if (failed.length > 0) throw failed[0]
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
