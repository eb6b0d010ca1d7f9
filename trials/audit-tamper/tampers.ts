import { generateKeyPairSync } from 'node:crypto'
import { signHead, writtenHead } from '@facialis/record'
import { emptyHead, linkHash } from '@facialis/record/trail/audit.ts'
import type { chances } from '../../spec/support/chances.ts'
import type { Row } from './meddling.ts'

type Chance = ReturnType<typeof chances>

/** Something that whoever holds the database, or the file of noted ends, could do to it. */
export type Tamper = Readonly<{ name: string }> &
  (
    | Readonly<{
        table: string
        order: readonly string[]
        change: Meddled
      }>
    | Readonly<{ heads: (text: string, chance: Chance) => string }>
  )

const seqOf = (row: Row): number => Number(row.seq)
const pick = (rows: readonly Row[], chance: Chance): number => chance.below(rows.length)

/** Another letter or digit in the place of one. */
function otherwise(text: string, chance: Chance): string {
  const places = [...text.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index)
  const at = places[chance.below(places.length)] ?? 0
  const other = text[at] === '7' ? '8' : '7'
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

function otherByte(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length)
  return Buffer.from(bytes).fill((bytes[at] ?? 0) ^ (1 << chance.below(8)), at, at + 1)
}

/** The one number that the site has set is another one within its bounds. */
const anotherNumber = (json: string, chance: Chance): string =>
  json.replace(/"minimumReinjectionInterval":98\b/, `"minimumReinjectionInterval":${84 + chance.below(14)}`)

type Meddled = (rows: readonly Row[], chance: Chance) => readonly Row[]

/** Beside the others one more, which is like one of them. */
const added =
  (more: Row): Meddled =>
  (rows, chance) => [...rows, { ...rows[pick(rows, chance)], ...more }]

const removed: Meddled = (rows, chance) => rows.toSpliced(pick(rows, chance), 1)

/** One of them is another. */
const another =
  (made: (row: Row, chance: Chance) => Row): Meddled =>
  (rows, chance) => {
    const at = pick(rows, chance)
    return rows.map((row, index) => (index === at ? made(row, chance) : row))
  }

const edited =
  (member: string): Meddled =>
  (rows, chance) => {
    const filled = rows.flatMap((row, at) => (typeof row[member] === 'string' ? [at] : []))
    const at = filled[chance.below(filled.length)] ?? 0
    return rows.map((row, index) => (index === at ? { ...row, [member]: otherwise(String(row[member]), chance) } : row))
  }

/** Numbers without a hole, as if nothing had happened. */
const counted = (rows: readonly Row[]): readonly Row[] => rows.map((row, at) => ({ ...row, seq: at + 1 }))

/** The whole chain as it would be had this always been so; only what was noted elsewhere tells. */
function computedAnew(rows: readonly Row[]): readonly Row[] {
  let prev = emptyHead.hash
  return rows.map((row, at) => {
    const event = String(row.event).replace(/"seq":\d+/, `"seq":${at + 1}`)
    const link = { ...row, seq: at + 1, event, prev, hash: linkHash(prev, event) }
    prev = link.hash
    return link
  })
}

const inAudit = (name: string, change: (rows: readonly Row[], chance: Chance) => readonly Row[]): Tamper => ({
  name,
  table: 'audit',
  order: ['seq'],
  change,
})
const swapped = (rows: readonly Row[], chance: Chance): readonly [number, number] => {
  const one = pick(rows, chance)
  return [one, (one + 1 + chance.below(rows.length - 1)) % rows.length]
}
const exceptSeq = ({ seq: _seq, ...rest }: Row): Row => rest

const foreignKey = generateKeyPairSync('ed25519').privateKey

export const tampers: readonly Tamper[] = [
  inAudit('a changed sign of an event', edited('event')),
  inAudit('a changed sign of a link', (rows, chance) => edited(chance.once(2) ? 'prev' : 'hash')(rows, chance)),
  inAudit('a changed text beside an event', edited('aside')),
  inAudit('a removed event', (rows, chance) => rows.toSpliced(chance.below(rows.length - 1), 1)),
  inAudit('a removed event, the others counted anew', (rows, chance) =>
    counted(rows.toSpliced(chance.below(rows.length - 1), 1)),
  ),
  inAudit('two events that changed places', (rows, chance) => {
    const [one, two] = swapped(rows, chance)
    return rows.map((row, at) => {
      const from = at === one ? rows[two] : at === two ? rows[one] : undefined
      return from === undefined ? row : { ...exceptSeq(from), seq: row.seq }
    })
  }),
  inAudit('an inserted event', (rows, chance) => {
    const at = chance.below(rows.length)
    return counted(rows.toSpliced(at, 0, rows[pick(rows, chance)] as Row))
  }),
  inAudit('an end that was cut off', (rows, chance) => rows.slice(0, 1 + chance.below(rows.length - 1))),
  inAudit('everything cut off', () => []),
  inAudit('a changed event, and the whole chain computed anew', (rows, chance) => {
    // A changed number is put right by counting anew, and then nothing is changed.
    for (;;) {
      const anew = computedAnew(edited('event')(rows, chance))
      if (anew.some(({ hash }, at) => hash !== rows[at]?.hash)) return anew
    }
  }),
  inAudit('a removed event, and the whole chain computed anew', (rows, chance) => computedAnew(removed(rows, chance))),
  inAudit('an inserted event, and the whole chain computed anew', (rows, chance) =>
    computedAnew(rows.toSpliced(pick(rows, chance), 0, rows[pick(rows, chance)] as Row)),
  ),
  { name: 'a changed sign of a version', table: 'resource_version', order: ['seq'], change: edited('json') },
  {
    name: 'a removed version',
    table: 'resource_version',
    order: ['seq'],
    change: removed,
  },
  {
    name: 'a resource hidden as if it were deleted',
    table: 'resource_current',
    order: ['seq'],
    change: another((row) => ({ ...row, deleted: 1 - Number(row.deleted) })),
  },
  {
    name: 'an event no longer listed under somebody it names',
    table: 'audit_subject',
    order: ['seq'],
    change: removed,
  },
  { name: 'a changed sign of an advice', table: 'decision', order: ['seq'], change: edited('advice') },
  {
    name: 'a removed advice',
    table: 'decision',
    order: ['seq'],
    change: removed,
  },
  {
    name: 'a changed byte of a file',
    table: 'attachment',
    order: ['id'],
    change: another((row, chance) => ({ ...row, bytes: otherByte(row.bytes as Uint8Array, chance) })),
  },
  { name: 'a file that is called otherwise', table: 'attachment', order: ['id'], change: edited('name') },
  {
    name: 'a removed file',
    table: 'attachment',
    order: ['id'],
    change: removed,
  },
  {
    name: 'a changed number of the site',
    table: 'setting',
    order: ['key'],
    change: (rows, chance) =>
      rows.map((row) => (row.key === 'policy' ? { ...row, json: anotherNumber(String(row.json), chance) } : row)),
  },
  {
    name: 'a password that was put in the place of another',
    table: 'account',
    order: ['id'],
    change: another((row) => ({ ...row, password_hash: `${row.password_hash}.` })),
  },
  {
    name: 'a role that nobody gave',
    table: 'account',
    order: ['id'],
    change: another((row, chance) => {
      const roles = JSON.parse(String(row.roles)) as readonly string[]
      return { ...row, roles: JSON.stringify([...roles, `role-${chance.below(9)}`]) }
    }),
  },
  { name: 'a file that nobody sent', table: 'attachment', order: ['id'], change: added({ id: 'forged' }) },
  { name: 'a setting that nobody made', table: 'setting', order: ['key'], change: added({ key: 'forged' }) },
  {
    name: 'a session that nobody began',
    table: 'session',
    order: ['token_hash'],
    change: added({ token_hash: 'forged' }),
  },
  { name: 'a link that nobody made', table: 'link', order: ['token_hash'], change: added({ token_hash: 'forged' }) },
  {
    name: 'an account that nobody made',
    table: 'account',
    order: ['id'],
    change: added({ id: 'forged', login: 'forged' }),
  },
  {
    name: 'a changed sign of a noted end',
    heads: (text, chance) => {
      const lines = text.trimEnd().split('\n')
      const at = chance.below(lines.length)
      const head = JSON.parse(lines[at] ?? '{}') as Readonly<Record<string, unknown>>
      const member = ['hash', 'at', 'signature'][chance.below(3)] as string
      // The last sign of base 64 holds bits that nobody reads.
      const told = String(head[member]).replace(/.=*$/, '')
      const wrong = { ...head, [member]: String(head[member]).replace(told, otherwise(told, chance)) }
      return `${lines.with(at, JSON.stringify(wrong)).join('\n')}\n`
    },
  },
  {
    name: 'a noted end that was replaced, signed with a key of one’s own',
    heads: (text, chance) => {
      const lines = text.trimEnd().split('\n')
      const at = chance.below(lines.length)
      const { seq, hash, at: when } = JSON.parse(lines[at] ?? '{}') as { seq: number; hash: string; at: string }
      const forged = signHead({ seq, hash: otherwise(hash, chance) }, when, foreignKey)
      return `${lines.with(at, writtenHead(forged).trimEnd()).join('\n')}\n`
    },
  },
]

export const inOrder = (rows: readonly Row[], order: readonly string[]): readonly Row[] =>
  [...rows].sort(
    (a, b) => order.reduce((sum, member) => sum || Number(a[member]) - Number(b[member]), 0) || seqOf(a) - seqOf(b),
  )
