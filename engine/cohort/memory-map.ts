import type { Plan } from '../plan/plan.ts'
import { type Columns, columnBytes, planeBytes, type RecordColumns } from './columns.ts'

/** Where things stand in the memory the program works in; all in bytes. Beyond `free` the caller keeps what it likes. */
export type MemoryMap = Readonly<{
  asOf: number
  policy: number
  /** A word for each kind of entry: where the working planes of its slots begin. */
  slots: number
  /** A word for each answer of each decision: how many people have it. */
  counts: number
  /** A column of numbers of which nothing is known of anybody; the caller writes it. */
  nothing: number
  /** Where rows that become columns are turned. */
  turned: number
  /** Where working planes of the person begin. */
  working: number
}>

export function memoryMapOf({ policy, decisions, layout }: Plan): MemoryMap {
  const { person, entryKinds } = layout
  const slots = 16 + 4 * policy.length
  const counts = slots + 4 * entryKinds.length
  const answers = decisions.reduce((sum, { decision }) => sum + decision.answers.length, 0)
  const nothing = aligned(counts + 4 * answers)
  const turned = nothing + columnBytes
  const widest = Math.max(person.width, ...entryKinds.map(({ row }) => row.width))
  return { asOf: 0, policy: 16, slots, counts, nothing, turned, working: turned + columnBytes * cellsOf(widest) }
}

/** Numbers that a row of so many takes up where it is gathered: those that are read together are four. */
export const cellsOf = (width: number): number => Math.ceil(width / 4) * 4

export const aligned = (bytes: number): number => Math.ceil(bytes / planeBytes) * planeBytes

/**
 * A record, of the person or of one slot of entries, in words: pointers to its columns of numbers (a first and a last day
 * each, counted in bytes from the beginning of its group), then planes. The person's begins with two words for each kind of entry:
 * in how many slots people here have one, and where the first slot stands.
 */
export type RecordShape = Readonly<{ pointers: number; planes: number; bytes: number }>

export const personShape = (columns: Columns): RecordShape => shaped(columns.person, 8 * columns.entryKinds.length)
export const slotShape = (record: RecordColumns): RecordShape => shaped(record, 0)

function shaped({ numbers, planes }: RecordColumns, pointers: number): RecordShape {
  const first = aligned(pointers + 8 * numbers.length)
  return { pointers, planes: first, bytes: first + planeBytes * planes }
}

export { columnBytes }
