import { parseArgs } from 'node:util'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import { type FeedbackCount, openRecord } from '@facialis/record'
import { Stop } from './stop.ts'

/** `facialis feedback [--data FOLDER] [--json]`: what other systems told of the cards they were shown, counted. */
export async function feedback(rest: readonly string[]): Promise<void> {
  const { json, data } = askedOf(rest)
  const folder = data ?? (process.env.FACIALIS_DATA || 'data')
  const database = data === undefined ? process.env.FACIALIS_DATABASE_URL || null : null
  const opened = await openRecord(folder, { database, onlyReading: true })
  if (!opened.ok) throw new Stop(`${opened.problem.sentence} Say where it is: --data FOLDER, or FACIALIS_DATABASE_URL.`)
  const counts = await opened.value.feedback.counts()
  await opened.value.close()
  process.stdout.write(json ? `${JSON.stringify(counts, null, 2)}\n` : feedbackPage(hemifacialSpasm, counts))
}

function askedOf(rest: readonly string[]): Readonly<{ json: boolean; data: string | undefined }> {
  try {
    const { values } = parseArgs({ args: [...rest], options: { json: { type: 'boolean' }, data: { type: 'string' } } })
    return { json: values.json ?? false, data: values.data }
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ')
    throw new Stop(`${sentence.replace(/\.$/, '')}; see "facialis help".`)
  }
}

export function feedbackPage(pathway: Pathway, counts: readonly FeedbackCount[]): string {
  if (counts.length === 0) return 'Nobody has told anything of a card yet.\n'
  const kinds = pathway.decisions.flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
  const rows = counts.map(({ service, outcome, reasonSystem, reasonCode, count }) => {
    const label = kinds.find(({ code }) => code === reasonCode)?.label
    const reason =
      reasonCode === null
        ? 'no reason given'
        : (label ?? `${reasonCode}${reasonSystem === null ? '' : ` (${reasonSystem})`}`)
    return [String(count), service, outcome, reason] as const
  })
  const wide = [0, 1, 2].map((at) => Math.max(...rows.map((row) => (row[at] as string).length)))
  const line = ([count, service, outcome, reason]: (typeof rows)[number]): string =>
    `${count.padStart(wide[0] ?? 0)}  ${service.padEnd(wide[1] ?? 0)}  ${outcome.padEnd(wide[2] ?? 0)}  ${reason}`
  return `${rows.map(line).join('\n')}\n`
}
