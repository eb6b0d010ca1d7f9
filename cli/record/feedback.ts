import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import type { FeedbackCount } from '@facialis/record'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { looking, placeHere, placeOptions } from './which-record.ts'

/** `facialis feedback [--json] [--data FOLDER]`: what other systems told of the cards they were shown, counted. */
export async function feedback(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, { ...placeOptions, json: { type: 'boolean' } })
  if (positionals[0] !== undefined) throw new Stop(`feedback takes no ${JSON.stringify(positionals[0])}.`)
  const counts = await looking(placeHere(values.data, desk), (record) => record.feedback.counts())
  desk.results.write(values.json ? `${JSON.stringify(counts, null, 2)}\n` : feedbackPage(hemifacialSpasm, counts))
  return 0
}

/** One line for each service, outcome and reason; a reason of the pathway's own by its words. */
function feedbackPage(pathway: Pathway, counts: readonly FeedbackCount[]): string {
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
