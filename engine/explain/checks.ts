import {
  type Asking,
  type Chart,
  type Check,
  type CheckEffect,
  citeId,
  type Detail,
  type DetailValue,
  type EntryRecord,
  type Pathway,
  type Truth,
} from '@facialis/language'
import { resolve, resolveEntry } from '../chart/resolve.ts'
import { createWorld } from '../world/create-world.ts'
import { detailsOf } from './details.ts'

/** One check of a proposed entry, looked at. */
export type Checked = Readonly<{
  id: string
  code: string
  effect: CheckEffect
  /** Whether its condition holds; unless that is a plain no, it has its effect. */
  truth: Truth
  /** What is said when it has its effect, with its numbers in it. */
  text: string
  /** What it tells, by name: words and numbers for whoever shows them another way. */
  tells: Readonly<Record<string, DetailValue>>
  /** The field it is about. */
  field: string
  passages: readonly string[]
  unverified: boolean
}>

/** What has to be heeded, by what it does. */
export type Heeded = Readonly<Record<CheckEffect, readonly Checked[]>>

/**
 * Every check of a proposed entry on one day, in the pathway's order. The entry stands beside the chart and not in
 * it: an earlier version of itself on the chart is left out. Pure and total.
 */
export function checksOf(pathway: Pathway, chart: Chart, proposed: EntryRecord, asking: Asking): readonly Checked[] {
  const kind = pathway.entries.find((entry) => entry.id === proposed.kind)
  if (kind === undefined) return []
  const others = chart.entries.filter((entry) => entry.id !== proposed.id || entry.kind !== proposed.kind)
  const resolved = resolve(pathway, { ...chart, entries: others }, asking)
  const counted = resolveEntry(proposed, kind)
  const world = createWorld({ ...resolved, proposed: counted })
  return pathway.checks
    .filter((check) => check.entry.id === kind.id)
    .map((check) => {
      const truth = world.truth(check.when, counted)
      const tells = detailsOf(check.tells, world, counted)
      return {
        id: check.id,
        code: check.code,
        effect: check.effect,
        truth,
        text: filled(check, truth, tells),
        tells,
        field: check.field.id,
        passages: check.because.map(citeId),
        unverified: check.unverified,
      }
    })
}

/** Those that are not a plain no, by effect. */
export function heeded(checked: readonly Checked[]): Heeded {
  const having = (effect: CheckEffect) => checked.filter((one) => one.effect === effect && one.truth !== 'no')
  return { stop: having('stop'), confirm: having('confirm'), note: having('note') }
}

const filled = (check: Check, truth: Truth, tells: Checked['tells']): string =>
  (truth === 'unknown' ? check.unknown : check.text).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    toldWords(check.tells[name], tells[name]),
  )

function toldWords(detail: Detail | undefined, value: DetailValue | undefined): string {
  const unit = unitOf(detail)
  if (value === null || value === undefined) return `an unknown number of${unit}`.trim()
  if (Array.isArray(value)) return `${value.join(' to ')}${unit}`
  return `${String(value)}${unit}`
}

/** What is told first of several is told in the unit they share. */
const unitOf = (detail: Detail | undefined): string =>
  detail?.kind === 'amount-of' ? ` ${detail.unit}` : detail?.kind === 'first-of' ? unitOf(detail.of[0]?.tell) : ''
