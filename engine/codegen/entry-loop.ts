import type { EntryKindIndex, Plan } from '../plan/plan.ts'

/** Where the row of an entry begins, and what is kept of it: how far apart those of one kind are. */
function strides({ layout }: Plan, entryKind: EntryKindIndex, text: string): readonly (readonly [string, string])[] {
  const all = [
    ['e', `${layout.entryKinds[entryKind]?.row.width}`],
    ['w', `w${entryKind}`],
    ['v', `v${entryKind}`],
    ['x', `x${entryKind}`],
  ] as const
  return all.filter(([name]) => text.includes(`[${name}+`) || text.includes(`,${name}+`))
}

/** A loop over the entries of a kind, latest first. */
export function entryLoop(plan: Plan, entryKind: EntryKindIndex, text: string): string {
  const moving = strides(plan, entryKind, text)
  const begins = ['i=0', ...moving.map(([name]) => `${name}=0`)].join()
  const steps = ['i++', ...moving.map(([name, by]) => `${name}+=${by}`)].join()
  return `for(let ${begins};i<N${entryKind};${steps}){${text}}`
}

/** A function of one entry, which is told by its position. */
export function entryFunction(plan: Plan, entryKind: EntryKindIndex, lines: string, gives: string): string {
  const begins = strides(plan, entryKind, `${lines}${gives}`).map(([name, by]) => `const ${name}=i*${by};`)
  return `i=>{${begins.join('')}${lines}return ${gives}}`
}
