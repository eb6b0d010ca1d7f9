import { StorageFailure } from '@facialis/record'
import type { Board as Told } from '@facialis/wire'
import type { CoreContext } from '../core/core-context.ts'
import { policyInForce } from '../core/policy.ts'
import { readRecord } from '../patient/open-chart.ts'
import { brokenRow } from '../patient/row.ts'
import { runWork, type Work, type WorkResult } from '../worker-pool/work.ts'
import { WorkerLost, type WorkerPool } from '../worker-pool/worker-pool.ts'
import { openBacklog } from './backlog.ts'
import { mostAwaited, openBacklogWorker } from './backlog-worker.ts'
import { type BoardView, type BoardViewRequest, memoisedBoardViews } from './board-view.ts'
import { type Line, lineOf, openLines } from './lines.ts'
import { openMergedRecords } from './merged-records.ts'

/**
 * Everyone who is treated here, one row each, kept in memory. A row is worked out anew after something was written of its
 * person, here or by another server, when the site's numbers change, and on the first day on which the advice changes by
 * itself. A look waits for what was written just now; for thousands it does not, and says of each that it is behind.
 * Whose record is not in use any more has a row as long as something waits there for somebody.
 */
export type Board = Readonly<{
  look: (looking: Omit<BoardViewRequest, 'today'>) => Promise<BoardView & Pick<Told, 'working'>>
  /** Who is to be told of a bug that kept somebody's row from being worked out. */
  tellFaults: (tell: (fault: unknown) => void) => void
  /** Stops working rows out; for the end, so that nobody waits for thousands. */
  halt: () => void
}>

type Under = Readonly<{ today: string; policy: Awaited<ReturnType<typeof policyInForce>>; by: string }>

export function openBoard(context: CoreContext & Readonly<{ workers?: WorkerPool | null }>): Board {
  const lines = openLines()
  /** Of records that are not in use and of which nothing waits: each may wait again on a later day. */
  const quiet = new Map<string, Line>()
  const backlog = openBacklog(context)
  const mergedRecords = openMergedRecords(backlog, (id) => lines.get(id) !== undefined || quiet.has(id))
  let under: Under | null = null
  let tell: (fault: unknown) => void = () => {}

  const notice = async (): Promise<void> => {
    const nobodys = new Set(await backlog.notice())
    const policy = await policyInForce(context)
    const now: Under = { today: context.today(), policy, by: JSON.stringify([context.versions.newest.version, policy]) }
    if (nobodys.size > 0 || now.today !== under?.today || now.by !== under.by) {
      for (const line of [...lines.inOrder(), ...quiet.values()])
        if (!holds(line, now) || line.restsOn.some((one) => nobodys.has(one))) backlog.add(line.row.id)
      backlog.again()
    }
    under = now
  }

  const workedOut = async (work: Extract<Work, { what: 'row' }>): Promise<WorkResult['row']> => {
    // One person alone is worked out sooner here than a thread is told of them.
    const remote = backlog.size() > mostAwaited ? context.workers?.run(work) : null
    try {
      return (await remote) ?? runWork(context, work)
    } catch (fault) {
      if (!(fault instanceof WorkerLost)) throw fault
      return runWork(context, work)
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
      const read = await readRecord(context.record, id)
      mergedRecords.met(id, read)
      if (!read) backlog.forget(id)
      if (read?.id !== id) return drop(id)
      const { row, isQuiet, ...rest } = await workedOut({ what: 'row', read, today, policy })
      put(lineOf(row, { ...made, ...rest }), isQuiet)
    } catch (fault) {
      if (fault instanceof StorageFailure) throw fault
      // What goes wrong with one record takes nobody else off the board, and is not hidden.
      tell(fault)
      const patient = await context.record.read('Patient', id)
      if (patient.ok) put(lineOf(brokenRow(patient.value.resource), { ...made, restsOn: [], holdsUntil: null }), false)
    }
  }

  const { settle, halt } = openBacklogWorker(backlog, renew)
  const lookNow = memoisedBoardViews(lines)

  return {
    look: async (looking) => {
      await notice()
      await settle()
      const look = lookNow({ ...looking, today: context.today() })
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
    halt,
  }
}

const holds = ({ madeOn, madeBy, holdsUntil }: Line, { today, by }: Under): boolean =>
  madeOn <= today && madeBy === by && (holdsUntil === null || holdsUntil > today)
