import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part, Read } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { formatDay } from '@facialis/language'
import { dayOf, parsed, today } from '../command-line.ts'
import { Stop } from '../stop.ts'
import {
  attestationEnding,
  attestationsIn,
  type SignedFile,
  shippedAttestations,
  signedText,
  signersFile,
  signersIn,
} from './attestations.ts'
import { keyIn, newKey, publicOf, signedBy } from './keys.ts'
import { readingNow, standingOn, toldStanding } from './standing.ts'

const options = {
  'new-key': { type: 'string' },
  as: { type: 'string' },
  key: { type: 'string' },
  part: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  in: { type: 'string' },
  on: { type: 'string' },
  list: { type: 'boolean' },
} as const

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** `facialis attest`: makes a key, signs parts of the pathway, or tells how every part stands. */
export function attest(rest: readonly string[]): void {
  const { values, positionals } = parsed(rest, options)
  const [strange] = positionals
  if (strange !== undefined)
    throw new Stop(`"attest" takes options only; ${JSON.stringify(strange)} was not understood. See "facialis help".`)
  const path = values['new-key']
  if (path !== undefined) {
    say(`The key is in ${path}: keep it to yourself. Its public half, for ${signersFile}:\n${newKey(path)}`)
    return
  }
  const folder = values.in ?? shippedAttestations
  const on = formatDay(dayOf('on', values.on) ?? today())
  if (values.as === undefined && values.key === undefined) tell(folder, { on, list: values.list ?? false })
  else signParts({ folder, on, as: values.as, key: values.key, wanted: values.all ? ['*'] : (values.part ?? []) })
}

function tell(folder: string, { on, list }: Readonly<{ on: string; list: boolean }>): void {
  const { line, open } = toldStanding(standingOn(hemifacialSpasm, attestationsIn(folder), on))
  const { id, version, status } = hemifacialSpasm
  say(`${id} ${version}, ${status}: ${line}.`)
  const stale = open.filter((one) => !one.endsWith(': not signed'))
  for (const one of list ? open : stale) say(`  ${one}`)
  if (!list && open.length > stale.length) say('With --list those that nobody has signed are named, too.')
}

type Signing = Readonly<{
  folder: string
  on: string
  as: string | undefined
  key: string | undefined
  wanted: readonly string[]
}>

function signParts({ folder, on, as, key: keyFile, wanted }: Signing): void {
  if (as === undefined || keyFile === undefined)
    throw new Stop('Say who signs, and with which key: --as "NAME" --key FILE.')
  if (wanted.length === 0)
    throw new Stop('Say what is signed: --part "rule botulinum *", as often as needed, or --all.')
  const key = keyIn(keyFile)
  const signer = signersIn(folder).find(({ name, publicKey }) => name === as && publicKey === publicOf(key))
  if (!signer)
    throw new Stop(
      `${join(folder, signersFile)} names no ${JSON.stringify(as)} with this key: their signature would not count.`,
    )
  const reading = [...readingNow(hemifacialSpasm)]
  const parts = Object.fromEntries(wanted.flatMap((pattern) => chosen(reading, pattern)))
  const attestation = { by: signer.name, role: signer.role, on, parts }
  const file: SignedFile = { ...attestation, signature: signedBy(key, signedText(attestation)) }
  const path = join(folder, `${on}-${fileName(as)}${attestationEnding}`)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`, { flag: 'wx' })
  } catch {
    throw new Stop(`${path} is there already, or cannot be written; a signature is never written over.`)
  }
  say(`${as} signed ${Object.keys(parts).length} parts of ${hemifacialSpasm.id} ${hemifacialSpasm.version}: ${path}`)
}

/** Parts by their names, where `*` stands for anything. */
function chosen(reading: readonly (readonly [Part, Read])[], pattern: string): readonly (readonly [string, Read])[] {
  const like = new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`)
  const found = reading.filter(([{ name }]) => like.test(name)).map(([{ name }, read]) => [name, read] as const)
  if (found.length === 0)
    throw new Stop(`No part is called ${JSON.stringify(pattern)}; "facialis attest --list" names them all.`)
  return found
}

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
