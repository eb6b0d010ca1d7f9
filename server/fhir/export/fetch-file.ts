import { Readable } from 'node:stream'
import { shifted } from '@facialis/record/core/instant.ts'
import type { Clinic } from '../../clinic/clinic.ts'
import { notFound } from '../../core/refusal.ts'
import type { Answer } from '../../http/route.ts'
import type { SignedIn } from '../../identity/account.ts'
import { emptyAnswer } from '../responses/answer.ts'
import { type Job, jobsIn, questionsOf } from './job.ts'

/**
 * What is written is stamped before its turn comes, and another server's clock may differ by half a minute: what is stamped
 * before that was surely there. Whoever asks for what was written since has a minute of it twice, and misses nothing.
 */
const settledSeconds = 60

type Asking = Readonly<{ clinic: Clinic; who: SignedIn; base: string; requestId: string }>

/** How far an export is: 202 while it is being made ready, then what there is to fetch. */
export function statusOf(id: string, { clinic, who, base }: Asking): Answer {
  const job = jobsIn(clinic).find(id, who, clinic.now())
  if (job === null) return notFound()
  const { done, of, outputs, failed } = job.progress()
  if (failed !== null) return { ok: false, status: 500, problem: { code: 'export-failed', sentence: failed } }
  if (done < of) return emptyAnswer(202, { 'X-Progress': `${done} of ${of} types`, 'Retry-After': '1' })
  const manifest = {
    transactionTime: shifted(job.at, -settledSeconds),
    request: job.request,
    requiresAccessToken: true,
    output: outputs.map(({ type, count }) => ({ type, count, url: `${base}/$export-file/${job.id}/${type}.ndjson` })),
    error: [],
  }
  return {
    ok: true,
    reply: (reply) => reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(manifest)),
  }
}

/** Cancels an export: its files can no longer be fetched. */
export function cancelExport(id: string, { clinic, who }: Asking): Answer {
  const jobs = jobsIn(clinic)
  if (jobs.find(id, who, clinic.now()) === null) return notFound()
  jobs.end(id)
  return emptyAnswer(202)
}

/** The resources of one type, one a line, as they were when the export was asked for. */
export async function fileOf(
  { job: id, file }: Readonly<{ job: string; file: string }>,
  { clinic, who, requestId }: Asking,
): Promise<Answer> {
  const job = jobsIn(clinic).find(id, who, clinic.now())
  const [, type = ''] = /^([A-Za-z]+)\.ndjson$/.exec(file) ?? []
  if (!job?.extent.types.includes(type)) return notFound()
  await clinic.record.auditRead({
    actor: { id: who.id },
    what: `an export: every ${type}`,
    action: 'bulk-export-fetch',
    patientIds: job.extent.people ?? [],
    requestId,
  })
  return {
    ok: true,
    reply: (reply) =>
      reply
        .code(200)
        .type('application/fhir+ndjson')
        .send(Readable.from(linesOf(clinic, who, job, type))),
  }
}

const page = 500

async function* linesOf({ record }: Clinic, who: SignedIn, job: Job, type: string): AsyncGenerator<string> {
  for (const question of questionsOf(who, job, type)) {
    let after: string | undefined
    do {
      const found = await record.searchAsOf({ ...question, limit: page, ...(after === undefined ? {} : { after }) })
      // Half a file must not look like a whole one: the line breaks off.
      if (found === 'moved-on') throw new Error('So much was written since that the export cannot be fetched any more')
      if (found.resources.length > 0)
        yield `${found.resources.map(({ resource }) => JSON.stringify(resource)).join('\n')}\n`
      after = found.next ?? undefined
    } while (after !== undefined)
  }
}
