import { isWord, type Place, unlistedWord } from '../plan/layout.ts'
import { operandsOf } from '../plan/operands.ts'
import type { NodeIndex, Plan, PlanNode } from '../plan/plan.ts'
import { conditionOperands } from '../plan/planned-body.ts'

/** How many people stand side by side: a bit each in a plane, a number each in a column. */
export const lanes = 128
/** Bytes of a plane, and of a column of numbers. */
export const planeBytes = lanes / 8
export const columnBytes = lanes * 4

/**
 * A chosen word as a few planes: words that no rule tells apart have one code. Code 0 is "not known"; `codes` is asked by
 * position, whose last five bits are 31 where it is not known.
 */
export type WordColumn = Readonly<{ cell: number; plane: number; bits: number; codes: Uint8Array }>
/** A set as a plane for each member that some rule asks for, and one for whether it is known. */
export type SetColumn = Readonly<{
  cell: number
  known: number
  members: readonly Readonly<{ bit: number; plane: number }>[]
}>
/** Whether anything is known, for what is asked only that. */
export type KnownColumn = Readonly<{ cell: number; plane: number }>
/** A date (two cells) or an amount (one cell, twice), and the plane of those of whom it is known. */
export type NumberColumn = Readonly<{ lo: number; hi: number; known: number }>

/** What is kept of one row: the person's, or that of one entry. */
export type RecordColumns = Readonly<{
  isEntry: boolean
  /** How many cells the row has on a sheet. */
  width: number
  words: readonly WordColumn[]
  sets: readonly SetColumn[]
  knowns: readonly KnownColumn[]
  numbers: readonly NumberColumn[]
  planes: number
}>

/** Of every row the plane in which it is there; of an entry also whether it is the first of its day. */
export const there = 0
export const firstOfDay = 1

/** Only what some decision asks for is kept. */
export type Columns = Readonly<{
  person: RecordColumns
  entryKinds: readonly RecordColumns[]
}>

/** The nodes that decisions ask for, directly or through others. */
export function askedNodes(plan: Plan): ReadonlySet<NodeIndex> {
  const asked = new Set<NodeIndex>()
  const visit = (index: NodeIndex): void => {
    if (asked.has(index)) return
    asked.add(index)
    for (const child of operandsOf(plan.nodes[index] as PlanNode)) visit(child)
  }
  for (const { body } of plan.decisions) for (const index of conditionOperands(body)) visit(index)
  return asked
}

export function columnsOf(plan: Plan): Columns {
  const nodes = [...askedNodes(plan)].sort((a, b) => a - b).map((index) => plan.nodes[index] as PlanNode)
  return {
    person: recordOf(nodes, { entryKind: null, width: plan.layout.person.width }),
    entryKinds: plan.layout.entryKinds.map(({ row: { width } }, entryKind) => recordOf(nodes, { entryKind, width })),
  }
}

type Of = Readonly<{ entryKind: number | null; width: number }>

function recordOf(nodes: readonly PlanNode[], { entryKind, width }: Of): RecordColumns {
  const isEntry = entryKind !== null
  let planes = (isEntry ? firstOfDay : there) + 1
  const take = (count: number): number => {
    planes += count
    return planes - count
  }
  const masks = new Map<number, number[]>()
  const members = new Map<number, number>()
  const numbers = new Map<number, Omit<NumberColumn, 'known'>>()
  const knowns = new Map<number, Place>()
  const date = (lo: number): void => void numbers.set(lo, { lo, hi: lo + 1 })
  // The date of an entry says in which order entries stand, whether or not a rule asks for it.
  if (isEntry) date(0)

  for (const node of nodes) {
    switch (node.op) {
      case 'word':
        if (node.place.entryKind === entryKind)
          masks.set(node.place.cell, [...(masks.get(node.place.cell) ?? []), node.mask])
        break
      case 'member':
        if (node.place.entryKind === entryKind)
          members.set(node.place.cell, (members.get(node.place.cell) ?? 0) | node.mask)
        break
      case 'unanswered': {
        const { place } = node
        if (place.entryKind !== entryKind) break
        if (isWord(place.fact)) masks.set(place.cell, masks.get(place.cell) ?? [])
        else if (place.fact.type === 'set') members.set(place.cell, members.get(place.cell) ?? 0)
        else knowns.set(place.cell, place)
        break
      }
      case 'quantity':
        if (node.place.entryKind === entryKind)
          numbers.set(node.place.cell, { lo: node.place.cell, hi: node.place.cell })
        break
      case 'date':
        if (node.place.entryKind === entryKind) date(node.place.cell)
        break
      case 'recorded':
        if (node.place.entryKind === entryKind) date(node.place.observed as number)
        break
      case 'sum':
        if (node.entryKind === entryKind) numbers.set(node.field.cell, { lo: node.field.cell, hi: node.field.cell })
        break
      case 'latest-date':
      case 'first-date':
        if (node.entryKind === entryKind && node.field) date(node.field.cell)
        break
      default:
    }
  }
  const words = [...masks].map(([cell, asked]): WordColumn => {
    const { codes, bits } = codesFor(asked)
    return { cell, codes, bits, plane: take(bits) }
  })
  const sets = [...members].map(
    ([cell, mask]): SetColumn => ({
      cell,
      known: take(1),
      members: bitsOf(mask).map((bit) => ({ bit, plane: take(1) })),
    }),
  )
  const known = [...knowns.keys()]
    .filter((cell) => !numbers.has(cell))
    .map((cell): KnownColumn => ({ cell, plane: take(1) }))
  const each = [...numbers.values()].map((number): NumberColumn => ({ ...number, known: take(1) }))
  return { isEntry, width, words, sets, knowns: known, numbers: each, planes }
}

/** Words alike to every mask share a code; the word that is none of the fact's own is like nothing that is asked for. */
function codesFor(masks: readonly number[]): Readonly<{ codes: Uint8Array; bits: number }> {
  const known = new Map<string, number>()
  const codes = new Uint8Array(32)
  for (let position = 0; position <= unlistedWord; position++) {
    const alike = masks.map((mask) => (mask >>> position) & 1).join('')
    const code = known.get(alike) ?? known.size + 1
    known.set(alike, code)
    codes[position] = code
  }
  return { codes, bits: 32 - Math.clz32(known.size) }
}

export const bitsOf = (mask: number): readonly number[] =>
  Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (mask >>> bit) & 1)
