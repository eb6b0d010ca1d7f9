import type { NodeIndex } from '../plan/plan.ts'

/**
 * A goal of the search. `as`: a bit for each accepted truth (1 no, 2 unknown, 4 yes) or answer. `entry`
 * names the entry it is asked of; null where it is about the person.
 */
export type Goal =
  | Readonly<{ kind: 'truth'; node: NodeIndex; as: number; entry: string | null }>
  | Readonly<{ kind: 'answer'; decision: number; as: number; entry: string | null }>
  /** Of every entry of a kind. */
  | Readonly<{ kind: 'every'; entryKind: number; node: NodeIndex; as: number }>
  /** Some entry fulfils all of these: no, unknown, yes. */
  | Readonly<{ kind: 'some'; entryKind: number; where: readonly NodeIndex[]; as: number }>

export const truths = { no: 1, unknown: 2, yes: 4 } as const
export const goalFor = (node: NodeIndex, as: number, entry: string | null = null): Goal => ({
  kind: 'truth',
  node,
  as,
  entry,
})
export const goalAnswer = (decision: number, as: number, entry: string | null = null): Goal => ({
  kind: 'answer',
  decision,
  as,
  entry,
})

/** The truths that come out as wished once they are turned round. */
export const turned = (as: number): number => ((as & 1) << 2) | (as & 2) | ((as & 4) >> 2)
