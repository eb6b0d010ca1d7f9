import type { Part, ReadDigests } from '@facialis/engine/govern/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { formatDay } from '@facialis/language'
import { dayOf, parsed, today } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { type StyledOutput, styledOutputOn } from '../output/styled-output.ts'
import {
  attestationEnding,
  attestationsIn,
  keepSigned,
  type SignedFile,
  shippedAttestations,
  signedText,
  signersFile,
  signersIn,
  signerWith,
} from './attestations.ts'
import { keyIn, newKey, signedBy } from './keys.ts'
import { signOff } from './sign-off.ts'
import { readingNow, signatureSummary, standingLine, standingOn } from './standing.ts'

const options = {
  'new-key': { type: 'string' },
  as: { type: 'string' },
  key: { type: 'string' },
  part: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  in: { type: 'string' },
  on: { type: 'string' },
  list: { type: 'boolean' },
  'sign-off': { type: 'boolean' },
  author: { type: 'string', multiple: true },
} as const

/** `facialis attest`: makes a key, signs parts of the pathway, or tells how every part stands. */
export function attest(rest: readonly string[], io: CommandIo): number {
  const { say } = styledOutputOn(io)
  const { values, positionals } = parsed(rest, options)
  const [strange] = positionals
  if (strange !== undefined)
    throw new ExitError(
      `"attest" takes options only; ${JSON.stringify(strange)} was not understood. See "facialis help".`,
    )
  const path = values['new-key']
  const isSigning = values.as !== undefined || values.key !== undefined
  if (path !== undefined) {
    if (path === '' || Object.keys(values).length > 1)
      throw new ExitError('--new-key takes the name of a file, and nothing beside it.')
    say(`The key is in ${path}: keep it to yourself. Its public half, for ${signersFile}:\n${newKey(path)}`)
    return 0
  }
  const folder = values.in ?? shippedAttestations
  const on = formatDay(dayOf('on', values.on) ?? today(io))
  if (!isSigning && (values.all || values.part !== undefined))
    throw new ExitError('Say who signs, and with which key: --as "NAME" --key FILE.')
  // Whoever names parts does not mean all of them, and whoever wants to see the list has not yet seen what there is to sign.
  if (values.all && values.part !== undefined) throw new ExitError('Say --part or --all: both at once could be either.')
  if (isSigning && values.list) throw new ExitError('--list tells how parts stand and signs nothing: ask for it alone.')
  if (isSigning && on > formatDay(today(io))) throw new ExitError(`Nobody signs on a day to come: ${on}.`)
  if (values['sign-off'] || values.author !== undefined) {
    const { as, key, author: authors = [] } = values
    if (!values['sign-off'] || as === undefined || key === undefined || authors.length === 0)
      throw new ExitError('A version is signed off by --sign-off --author "WHO WROTE IT" --as "NAME" --key FILE.')
    if (values.all || values.part !== undefined)
      throw new ExitError('--sign-off is of the version as a whole: sign --part or --all by themselves.')
    const file = signOff(hemifacialSpasm, { folder, as, key, authors, on })
    say(`${as} signed ${hemifacialSpasm.id} ${hemifacialSpasm.version} off, written by ${authors.join(', ')}: ${file}`)
    return 0
  }
  if (!isSigning) tell(folder, { on, list: values.list ?? false, say })
  else signParts({ folder, on, as: values.as, key: values.key, wanted: values.all ? ['*'] : (values.part ?? []), say })
  return 0
}

type Say = StyledOutput['say']

function tell(folder: string, { on, list, say }: Readonly<{ on: string; list: boolean; say: Say }>): void {
  const standings = standingOn(hemifacialSpasm, attestationsIn(folder), on)
  const { line, open } = signatureSummary(standings)
  const { id, version, status } = hemifacialSpasm
  say(`${id} ${version}, ${status}: ${line}.`)
  const stale = open.filter((one) => !one.endsWith(': not signed'))
  for (const one of list ? standings.map(standingLine) : stale) say(`  ${one}`)
  if (!list && open.length > stale.length) say('With --list every part is named, with how it stands.')
}

type Signing = Readonly<{
  folder: string
  on: string
  as: string | undefined
  key: string | undefined
  wanted: readonly string[]
  say: Say
}>

function signParts({ folder, on, as, key: keyFile, wanted, say }: Signing): void {
  if (as === undefined || keyFile === undefined)
    throw new ExitError('Say who signs, and with which key: --as "NAME" --key FILE.')
  if (wanted.length === 0)
    throw new ExitError('Say what is signed: --part "limit botulinum *", as often as needed, or --all.')
  const key = keyIn(keyFile)
  const signer = signerWith(key, { folder, as, signers: signersIn(folder), gives: 'signature' })
  const reading = [...readingNow(hemifacialSpasm)]
  const parts = Object.fromEntries(wanted.flatMap((pattern) => chosen(reading, pattern)))
  const attestation = { by: signer.name, role: signer.role, on, parts }
  const file: SignedFile = { ...attestation, signature: signedBy(key, signedText(attestation)) }
  const path = keepSigned(folder, file, { begins: on, ending: attestationEnding, already: 'this was signed' })
  say(`${as} signed ${Object.keys(parts).length} parts of ${hemifacialSpasm.id} ${hemifacialSpasm.version}: ${path}`)
}

/** Parts by their names, where `*` stands for anything. */
function chosen(
  reading: readonly (readonly [Part, ReadDigests])[],
  pattern: string,
): readonly (readonly [string, ReadDigests])[] {
  const like = new RegExp(`^${pattern.split(/\*+/).map(RegExp.escape).join('.*')}$`)
  const found = reading.filter(([{ name }]) => like.test(name)).map(([{ name }, read]) => [name, read] as const)
  if (found.length === 0)
    throw new ExitError(`No part is called ${JSON.stringify(pattern)}; "facialis attest --list" names them all.`)
  return found
}
