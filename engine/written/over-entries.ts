import type { Plan, RoomIndex } from '../plan/plan.ts'

/** Where the row of an entry begins, and what is kept of it: how far apart those of one kind are. */
function strides({ layout }: Plan, room: RoomIndex, text: string): readonly (readonly [string, string])[] {
  const all = [
    ['e', `${layout.rooms[room]?.row.width}`],
    ['w', `w${room}`],
    ['v', `v${room}`],
    ['x', `x${room}`],
  ] as const
  return all.filter(([name]) => text.includes(`[${name}+`) || text.includes(`,${name}+`))
}

/** A loop over the entries of a kind, latest first. */
export function overEntries(plan: Plan, room: RoomIndex, text: string): string {
  const moving = strides(plan, room, text)
  const begins = ['i=0', ...moving.map(([name]) => `${name}=0`)].join()
  const steps = ['i++', ...moving.map(([name, by]) => `${name}+=${by}`)].join()
  return `for(let ${begins};i<N${room};${steps}){${text}}`
}

/** A function of one entry, which is told by its position. */
export function ofEntry(plan: Plan, room: RoomIndex, lines: string, gives: string): string {
  const begins = strides(plan, room, `${lines}${gives}`).map(([name, by]) => `const ${name}=i*${by};`)
  return `i=>{${begins.join('')}${lines}return ${gives}}`
}
