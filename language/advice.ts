import type { Ignored } from './chart.ts'
import type { Urgency } from './nodes.ts'
import type { UnknownReason } from './truth.ts'

/** A fact that decided something, as it stood. */
export type DecidingFact = Readonly<{
  fact: string
  value: string
  why?: UnknownReason
  date: string | null
  source: string | null
}>

/** One reason for an answer. */
export type Because = Readonly<{
  rule: string
  /** The first cited passage, and all of them. */
  passage: string
  passages: readonly string[]
  facts: readonly string[]
  text: string
  from: readonly DecidingFact[]
  unverified?: true
  /** Nobody knows whether its condition holds; the text says so. */
  open?: true
  /** It shuts its gate by itself. */
  shuts?: true
  /** The cheapest unknown facts for which some values would take it away; empty when no answer does. */
  waitsFor?: readonly string[]
  /** Where no answer does: the first day on which time has taken it away. */
  until?: string
}>

export type DetailValue = string | number | null | readonly DetailValue[] | { readonly [key: string]: DetailValue }

export type Decided = Readonly<{
  answer: string
  detail: Readonly<Record<string, DetailValue>>
  because: readonly Because[]
  /** The cheapest unknown facts for which some values make the answer one step bolder (or settle it). */
  missing: readonly string[]
  /** For every other answer: the first condition that stands in its way. */
  whyNot: Readonly<Record<string, string>>
  /** A later version than the one that is followed, whose more careful answer this is. */
  by?: string
}>

/** Decisions whose answer is a list: collections and rankings. */
export type Listed = Readonly<{
  answer: readonly DetailValue[]
  detail: Readonly<Record<string, DetailValue>>
  because: readonly Because[]
  missing: readonly string[]
  whyNot: Readonly<Record<string, string>>
}>

export type StepState = 'early' | 'due' | 'grace' | 'overdue' | 'unknown-anchor'

/** What is said before the day of a step: past it, it is late before it is overdue; due by a day that is over is nothing. */
export const byOrSince: Readonly<Record<StepState, string>> = {
  early: 'by',
  due: 'by',
  grace: 'late since',
  overdue: 'overdue since',
  'unknown-anchor': 'by',
}

export type NextStep = Readonly<{
  id: string
  label: string
  text: string
  owner: string
  urgency: Urgency
  anchor: Readonly<{ fact: string; date: string | null }>
  dueBy: string | null
  state: StepState
  rules: readonly string[]
  passages: readonly string[]
  missing: readonly string[]
}>

export type RaisedAlert = Readonly<{
  id: string
  severity: 'info' | 'warning' | 'critical'
  text: string
  rules: readonly string[]
  passages: readonly string[]
}>

export type MissingFact = Readonly<{ fact: string; question: string; why: UnknownReason; settles: readonly string[] }>

/** What `evaluate` returns: the answer to the five questions, for one person on one day. */
export type Advice = Readonly<{
  pathway: string
  version: string
  status: string
  asOf: string
  /**
   * The first day on which anything here changes with no new fact, but for what disagrees, what is ignored and what would be
   * worth asking (`missing`, `waitsFor`); null when nothing ever will. Where very many days might change something, a day until which nothing does.
   */
  holdsUntil: string | null
  decisions: Readonly<Record<string, Decided | Listed>>
  nextSteps: readonly NextStep[]
  alerts: readonly RaisedAlert[]
  /** Unknown facts, best next question first. */
  missing: readonly MissingFact[]
  /** Facts whose sources disagree. */
  conflicts: readonly Readonly<{ fact: string; text: string }>[]
  ignored: readonly Ignored[]
}>
