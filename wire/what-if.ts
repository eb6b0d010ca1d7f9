import type { StepState, Urgency } from '@facialis/language'

/** How a step stands; the day is null where it is not known. */
export type StepStands = Readonly<{ state: StepState; urgency: Urgency; dueBy: string | null }>
/** The rule that decides, and what it says. */
export type Ruled = Readonly<{ rule: string; text: string }>

/** Somebody who would be told otherwise; names as on the board. A step that is not called for is null. */
export type Moved = Readonly<{
  id: string
  name: string
  birthDate: string | null
  moves: readonly Readonly<{
    decision: string
    from: string
    to: string
    fromRule: Ruled | null
    toRule: Ruled | null
  }>[]
  steps: readonly Readonly<{ step: string; from: StepStands | null; to: StepStands | null }>[]
  alerts: readonly Readonly<{ alert: string; isRaised: boolean }>[]
}>

/** How many people are listed at most, and of how many of them the rules are told. */
export const mostMoved = { listed: 500, ruled: 50 } as const

/**
 * POST /api/policy/what-if `{ values }` – who would be told otherwise today, were these numbers set: everybody on the board
 * who is not closed, and who would be closed or opened by it.
 */
export type WhatIf =
  /** The records are still being read; ask again. */
  | Readonly<{ state: 'reading'; read: number; of: number }>
  | Readonly<{
      state: 'answered'
      today: string
      /** How many people were asked about; of how many anything changes, and of how many a decision. */
      people: number
      changing: number
      /** How many of them follow an earlier version of the pathway; all are asked by the newest. */
      followingEarlier: number
      moving: number
      moves: readonly Readonly<{ decision: string; from: string; to: string; people: number }>[]
      steps: readonly Readonly<{ step: string; from: StepState | null; to: StepState | null; people: number }>[]
      alerts: readonly Readonly<{ alert: string; isRaised: boolean; people: number }>[]
      /** Of whom a bug keeps the record from being read: not among those asked about. Null for those who may not see the board. */
      unread: Readonly<{ people: number; who: readonly Pick<Moved, 'id' | 'name' | 'birthDate'>[] | null }>
      /** Who, decisions first; null for those who may not see the board. */
      who: readonly Moved[] | null
    }>
