import { readFileSync } from 'node:fs'
import {
  type AuditHead,
  type DurableRecord,
  type IndexVerified,
  type Problem,
  readHeads,
  type Verified,
  verifiableSince,
} from '@facialis/record'
import { keyIn } from '../govern/keys.ts'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { progressOn } from '../output/progress.ts'
import { locationOfFile, locationOptions, recordLocation, withRecord } from './record-location.ts'
import { verifySearch } from './search-index.ts'

/** `facialis verify [FILE] [--data FOLDER] [--head NUMBER:HASH] [--heads FILE --key FILE] [--json]` */
export async function verify(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, {
    ...locationOptions,
    head: { type: 'string' },
    heads: { type: 'string' },
    key: { type: 'string' },
    json: { type: 'boolean' },
  })
  const [file, more] = positionals
  if (more !== undefined) throw new ExitError(`Only one record at a time: ${JSON.stringify(more)} is one too many.`)
  if (file !== undefined && values.data !== undefined) throw new ExitError('Name a file or --data, not both.')
  const heads = [
    ...(values.head === undefined ? [] : [headIn(values.head)]),
    ...signedHeads(values.heads ?? null, values.key ?? null),
  ]
  const progress = progressOn(io.stderr)
  const broken = (problem: Problem): number => {
    io.stdout.write(
      values.json ? `${JSON.stringify({ whole: false, problem })}\n` : `${problem.sentence} (${problem.where})\n`,
    )
    return 1
  }
  const place = file === undefined ? recordLocation(values.data, io) : locationOfFile(file)
  const look = async (record: DurableRecord): Promise<number> => {
    const shares = { record: 0, searches: 0 }
    const tell = (): void => progress.at('verifying', (shares.record + shares.searches) / 2, '')
    const [found, searched] = await Promise.all([
      record.verify({
        heads,
        progress: (done, total) => {
          shares.record = total === 0 ? 1 : done / total
          tell()
        },
      }),
      // Beside it, on another core.
      verifySearch(place, io, (share) => {
        shares.searches = share
        tell()
      }),
    ])
    progress.end()
    const apart = await record.clockSkew()
    if (apart !== null) io.stderr.write(`${apart}\n`)
    if (!found.ok) return broken(found.problem)
    if ('problem' in searched) return broken(searched.problem)
    const told = { ...found.value, ...searched, noted: heads.length }
    io.stdout.write(values.json ? `${JSON.stringify({ whole: true, ...told })}\n` : page(told))
    return 0
  }
  return withRecord(place, look, { since: verifiableSince, damaged: broken })
}

/** The head of the chain as this command prints it, noted somewhere else. */
function headIn(text: string): AuditHead {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined)
    throw new ExitError(
      `--head ${JSON.stringify(text)} is not a head: write NUMBER:HASH, as "facialis verify" prints it.`,
    )
  return { seq: Number(seq), hash }
}

/** The ends of the trail that a running clinic signs and notes. */
function signedHeads(file: string | null, keyFile: string | null): readonly AuditHead[] {
  if (file === null && keyFile === null) return []
  if (file === null || keyFile === null)
    throw new ExitError('Use --heads and --key together: the file of signed heads, and the key that signed them.')
  const read = readHeads(textIn(file), keyIn(keyFile))
  if (!read.ok) throw new ExitError(`${file}: ${read.problem.sentence}`)
  // Held against none, every trail is as it was noted.
  if (read.value.length === 0)
    throw new ExitError(`${file} contains no head of the trail: there is nothing to check against.`)
  return read.value
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ExitError(`${file} cannot be read.`)
  }
}

function page({
  versions,
  decisions,
  files,
  accounts,
  signIns,
  settings,
  sessions,
  links,
  untold,
  head,
  resources,
  patients,
  index,
  noted,
}: Verified & IndexVerified & Readonly<{ noted: number }>): string {
  return [
    'The record is whole: everything in it is as the audit trail says it was written.',
    `  audit trail  ${head.seq} events, none changed, removed, added or moved; its head is`,
    `               ${head.seq}:${head.hash}`,
    `  versions     ${versions}, of ${resources} resources now there, of ${patients} patients`,
    `  decisions    ${decisions}`,
    `  files        ${files}`,
    `  accounts     ${accounts} recorded in the trail: whose they are, their roles, and whether they are in use`,
    `  sign-ins     of ${signIns} of them, as the trail says: password hash, passkeys, external sign-ins`,
    `  settings     ${settings} recorded in the trail, including the site's numbers once any is set`,
    `  sessions     ${sessions} begun according to the trail`,
    `  links        ${links} made according to the trail: for referrals, for an administrator, to set the clinic up`,
    ...(untold === 0
      ? []
      : [`  untold       ${untold} more that no event records: an earlier release, or nobody, put them there`]),
    index === 'of-another-release'
      ? '  searches     not checked: another release built the index, or none has yet; the next start rebuilds it'
      : `  searches     match the resources, by ${index.values} values`,
    ...(noted > 0
      ? [`  noted heads  ${noted}, each in the trail as it was noted`]
      : [
          'A trail that was cut off or rewritten shows only against a head noted elsewhere: --head NUMBER:HASH, or',
          '--heads FILE --key FILE with the heads that the clinic signs every five minutes.',
        ]),
    '',
  ].join('\n')
}
