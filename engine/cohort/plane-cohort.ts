import { memoiseWeak } from '@facialis/language'
import { blank } from '../plan/layout.ts'
import type { Plan, PlanParameters } from '../plan/plan.ts'
import type { Sheet } from '../plan/sheet.ts'
import { columnsOf, lanes } from './columns.ts'
import type { MakesColumns } from './gather-code.ts'
import { groupBuilder } from './group-builder.ts'
import { aligned } from './memory-map.ts'
import { overflowGuard } from './overflow-guard.ts'
import { type CohortProgram, cohortProgram } from './program.ts'
import { exportsOf, type Memory, newMemory, pageBytes } from './web-assembly.ts'

/**
 * Many people at once: their facts as columns, their answers as planes, 128 people an instruction. People are added,
 * then all are asked; `clear` makes room for others.
 */
export type PlaneCohort = Readonly<{
  add: (sheet: Sheet) => void
  people: () => number
  /** Bytes of columns that are read to answer for everybody who was added, and of answers that are written. */
  bytes: () => number
  answer: (asking: PlanParameters) => PlaneAnswers
  clear: () => void
}>

export type PlaneAnswers = Readonly<{
  people: number
  /** How many people each answer of a decision has, by the decision's position in the plan; none for those asked of entries. */
  counts: (decision: number) => readonly number[]
  /** The answer of one person, in the order in which they were added, as a position. Holds until the next question. */
  of: (decision: number, person: number) => number
}>

export function planeCohort(plan: Plan): PlaneCohort {
  const refuse = overflowGuard(plan)
  refuse({ policy: plan.policy.map((number) => number.default), entries: plan.layout.entryKinds.map(() => 1) })
  const program = programOf(plan)
  const { map, told, columns } = program
  const arena = arenaFor(program)
  const run = exportsOf(program.bytes, arena.memory).run as (list: number, groups: number, into: number) => void
  let groups: number[] = []
  let maxSlots: number[] = program.slots.map(() => 0)
  /** By person. */
  let places: number[] = []
  let [isAsked, taken] = [false, 0]
  const gathered = groupBuilder({
    columns,
    arena,
    make: exportsOf(program.gather, arena.memory) as Readonly<Record<string, MakesColumns>>,
    stands: (group, at, bytes) => {
      groups[group] = at
      taken += bytes
    },
  })

  function add(sheet: Sheet): void {
    // Groups that were ended before they were full would be begun again.
    if (isAsked) throw new Error('Somebody was added to a cohort that has been asked already.')
    places.push(gathered.add(sheet))
  }
  function end(): void {
    if (!isAsked) gathered.end()
    isAsked = true
  }

  function answer({ asOf, policy }: PlanParameters): PlaneAnswers {
    end()
    const mark = arena.mark()
    for (const group of groups)
      maxSlots = maxSlots.map((most, entryKind) => Math.max(most, arena.words()[group / 4 + 2 * entryKind] as number))
    refuse({ policy, entries: maxSlots })
    const working = maxSlots.map((most, entryKind) => arena.take(most * (program.slots[entryKind] as number)))
    const list = arena.take(aligned(4 * groups.length))
    const into = arena.take(told * groups.length)
    const words = arena.words()
    words[map.asOf / 4] = asOf
    words.set(policy, map.policy / 4)
    words.set(working, map.slots / 4)
    words.fill(0, map.counts / 4, map.nothing / 4)
    words.set(groups, list / 4)
    run(list, groups.length, into)
    arena.release(mark)
    return answersIn(program, plan, { words: arena.words(), into, places })
  }
  return {
    add,
    people: () => places.length,
    bytes: () => {
      end()
      return taken + told * groups.length
    },
    answer,
    clear: () => {
      end()
      gathered.clear()
      isAsked = false
      arena.release(arena.begin)
      groups = []
      maxSlots = program.slots.map(() => 0)
      places = []
      taken = 0
    },
  }
}

/** Compiled once for each plan. */
const programOf = memoiseWeak((plan: Plan): CohortProgram => cohortProgram(plan, columnsOf(plan)))

/** Memory that is handed out piece by piece, from where the program's own ends. */
function arenaFor({ map, working }: CohortProgram) {
  const begin = map.working + working
  const memory: Memory = newMemory(begin)
  let words = new Int32Array(memory.buffer)
  words.fill(blank, map.nothing / 4, map.turned / 4)
  let free = begin
  return {
    memory,
    begin,
    words: (): Int32Array => words,
    take: (bytes: number): number => {
      const at = free
      free = aligned(free + bytes)
      const missing = free - memory.buffer.byteLength
      if (missing > 0) {
        // Growing by a quarter keeps how often it is copied small.
        memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 4) / pageBytes))
        words = new Int32Array(memory.buffer)
      }
      return at
    },
    mark: () => free,
    release: (to: number): void => {
      free = to
    },
  }
}

type Came = Readonly<{ words: Int32Array; into: number; places: readonly number[] }>

function answersIn(
  { codes, firstCount, map, told }: CohortProgram,
  plan: Plan,
  { words, into, places }: Came,
): PlaneAnswers {
  const counts = plan.decisions.map(({ decision: { answers } }, at) => {
    const from = map.counts / 4 + (firstCount[at] as number)
    return codes[at] === null ? [] : [...words.subarray(from, from + answers.length)]
  })
  return {
    people: places.length,
    counts: (decision) => counts[decision] as readonly number[],
    of: (decision, person) => {
      const { plane, bits } = codes[decision] as { plane: number; bits: number }
      const place = places[person] as number
      const group = Math.floor(place / lanes)
      const lane = place % lanes
      let answer = 0
      for (let bit = 0; bit < bits; bit++) {
        const at = (into + group * told) / 4 + (plane + bit) * 4 + (lane >> 5)
        answer |= (((words[at] as number) >>> (lane & 31)) & 1) << bit
      }
      return answer
    },
  }
}
