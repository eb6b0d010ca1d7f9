import { replayAdvice } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import type { DurableRecord, LoggedDecision } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import { pathwayOfVersion, shippedReleases } from '../input/versions.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { locationOfFile, locationOptions, recordLocation, withRecord } from './record-location.ts'

/** `facialis replay ID | --patient ID | --all [--data FOLDER | --file FILE]` */
export async function replay(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, {
    ...locationOptions,
    file: { type: 'string' },
    all: { type: 'boolean' },
    patient: { type: 'string' },
  })
  const [id, more] = positionals
  if (more !== undefined) throw new ExitError(`Only one decision, or --all: ${JSON.stringify(more)} is one too many.`)
  const asked = [id, values.patient, values.all].filter((one) => one !== undefined)
  if (asked.length !== 1) throw new ExitError('Name a decision by its id, or use --patient ID or --all.')
  if (values.file !== undefined && values.data !== undefined) throw new ExitError('Use --file or --data, not both.')
  const place = values.file === undefined ? recordLocation(values.data, io) : locationOfFile(values.file)
  return withRecord(place, async (record) => {
    if (id !== undefined) return one(io, record, id)
    if (values.patient === undefined) return many(io, record.allDecisions(), (await record.counts()).decisions)
    const theirs = await record.decisionsOf(values.patient)
    // Nothing of a name with a slip in it would read as if all were well.
    if (theirs.length === 0)
      throw new ExitError(`This record has no decision about a patient ${JSON.stringify(values.patient)}.`)
    return many(io, theirs, theirs.length)
  })
}

/** The advice itself, when it is the same; what differs, when it is not. */
async function one({ stdout, stderr }: CommandIo, record: DurableRecord, id: string): Promise<number> {
  const logged = await record.decision(id)
  if (!logged) throw new ExitError(`This record has no decision ${JSON.stringify(id)}.`)
  const why = whyNotTheSame(logged)
  if (why === null) {
    stdout.write(`${logged.advice}\n`)
    stderr.write(`The same as on ${logged.at}, byte for byte.\n`)
    return 0
  }
  stdout.write(`${line(logged)}: ${why}\n`)
  return 1
}

async function many(
  { stdout, stderr }: CommandIo,
  decisions: Iterable<LoggedDecision> | AsyncIterable<LoggedDecision>,
  total: number,
): Promise<number> {
  const progress = progressOn(stderr)
  let [same, other] = [0, 0]
  for await (const logged of decisions) {
    const why = whyNotTheSame(logged)
    if (why === null) same += 1
    else {
      other += 1
      stdout.write(`${line(logged)}: ${why}\n`)
    }
    progress.at('replaying', (same + other) / total, `${same + other} decisions`)
  }
  progress.end()
  stdout.write(`${same} of ${same + other} decisions give the same advice again, byte for byte.\n`)
  return other > 0 ? 1 : 0
}

const line = ({ id, at, pathwayVersion }: LoggedDecision): string => `${id} (${at}, version ${pathwayVersion})`

/** Why a decision cannot be given again as it was, or null when it can. */
function whyNotTheSame(logged: LoggedDecision): string | null {
  if (logged.pathway !== hemifacialSpasm.id) return `it belongs to another pathway, ${logged.pathway}.`
  const again = replayAdvice(logged, ofVersion)
  if (!again.ok) return again.sentence
  const text = JSON.stringify(again.value)
  if (text === logged.advice) return null
  const from = [...text].findIndex((sign, at) => sign !== logged.advice[at])
  const at = from < 0 ? text.length : from
  const near = (whole: string): string => JSON.stringify(whole.slice(Math.max(0, at - 30), at + 50))
  return `different advice, from character ${at} on: then ${near(logged.advice)}, now ${near(text)}.`
}

function ofVersion(version: string): Pathway | null {
  if (version === hemifacialSpasm.version) return hemifacialSpasm
  return shippedReleases().some(({ head }) => head.version === version) ? pathwayOfVersion(version) : null
}
