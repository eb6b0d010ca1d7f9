import type { Where } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import type { SignedIn } from '../../identity/account.ts'
import { hiddenFrom } from '../responses/may-read.ts'

/** What an export is of. */
export type Extent = Readonly<{
  types: readonly string[]
  /** Written at this instant or later; null: everything. */
  since: string | null
  /** These people only; null: everybody. */
  people: readonly string[] | null
  /** Only what belongs to a person. */
  ofPeople: boolean
}>

export type Output = Readonly<{ type: string; count: number }>

/**
 * One export that somebody asked for. It holds no resource: what is fetched is read from the record as it was when the
 * export was asked for, so nothing of it lies around in files.
 */
export type Job = Readonly<{
  id: string
  owner: string
  request: string
  asOf: number
  at: string
  extent: Extent
  /** How far it is counted. */
  progress: () => Readonly<{ done: number; of: number; outputs: readonly Output[]; failed: string | null }>
}>

export type Jobs = Readonly<{
  start: (
    clinic: Clinic,
    who: SignedIn,
    asked: Readonly<{ request: string; extent: Extent }>,
  ) => Promise<Job | 'too-many'>
  find: (id: string, who: SignedIn, now: string) => Job | null
  end: (id: string) => void
}>

const keptHours = 24
/** Counting is asked of the database. What is counted already costs nobody anything, and few clients ever take it back. */
const mostCounted = 5
/** Who asks for one more than these has long fetched the first. */
const mostOfOne = 100

const isBeingCounted = ({ progress }: Job): boolean => {
  const { done, of, failed } = progress()
  return failed === null && done < of
}

const jobsOf = new WeakMap<Clinic['record'], Jobs>()

/** The exports of a record. They end with the process: whoever asked then asks anew. */
export function jobsIn({ record }: Clinic): Jobs {
  const known = jobsOf.get(record) ?? openJobs()
  jobsOf.set(record, known)
  return known
}

function openJobs(): Jobs {
  const jobs = new Map<string, Job>()
  const isOver = (job: Job, now: string) => Date.parse(now) - Date.parse(job.at) > keptHours * 3_600_000
  return {
    start: async (clinic, who, { request, extent }) => {
      const now = clinic.now()
      const asOf = await clinic.record.position()
      for (const job of jobs.values()) if (isOver(job, now)) jobs.delete(job.id)
      const own = [...jobs.values()].filter(({ owner }) => owner === who.id)
      if (own.filter(isBeingCounted).length >= mostCounted) return 'too-many'
      if (own.length >= mostOfOne) jobs.delete(own.find((job) => !isBeingCounted(job))?.id ?? '')
      const outputs: Output[] = []
      let done = 0
      let failed: string | null = null
      const job: Job = {
        id: clinic.record.newId(),
        owner: who.id,
        request,
        asOf,
        at: now,
        extent,
        progress: () => ({ done, of: extent.types.length, outputs, failed }),
      }
      jobs.set(job.id, job)
      const counting = async () => {
        for (const type of extent.types) {
          // Others are served between two types.
          await new Promise((resolve) => setImmediate(resolve))
          if (!jobs.has(job.id)) return
          const count = await countOf(clinic, who, job, type)
          if (count > 0) outputs.push({ type, count })
          done++
        }
      }
      void counting().catch(() => {
        failed = 'The record could not be counted.'
      })
      return job
    },
    find: (id, who, now) => {
      const job = jobs.get(id)
      return job && job.owner === who.id && !isOver(job, now) ? job : null
    },
    end: (id) => {
      jobs.delete(id)
    },
  }
}

/** The questions whose answers together are what an export holds of a type. */
export function questionsOf(who: SignedIn, { extent, asOf }: Pick<Job, 'extent' | 'asOf'>, type: string) {
  const where: readonly Where[] = [
    ...(extent.since === null ? [] : [{ written: { from: extent.since } }]),
    ...hiddenFrom(who, type),
  ]
  return extent.people === null
    ? [{ type, where, asOf }]
    : extent.people.map((patientId) => ({ type, where, asOf, patientId }))
}

async function countOf({ record }: Clinic, who: SignedIn, job: Job, type: string): Promise<number> {
  let sum = 0
  for (const question of questionsOf(who, job, type)) {
    const count = await record.count(question)
    if (count === 'moved-on') throw new Error('Too much was written meanwhile')
    sum += count
  }
  return sum
}
