import type { Collection, Decision, Ranking } from '@facialis/language'
import { pathway } from '../../pathway.ts'

export const chapterIds = ['diagnosis', 'rule-outs', 'imaging', 'cause', 'toxin', 'surgery', 'follow-up'] as const
export type ChapterId = (typeof chapterIds)[number]

/** Something the pathway decides, lists or ranks: one double page of the book. */
export type Topic = Decision | Collection | Ranking

/** Where each topic stands. Stepping stones stand with what they lead to. */
const places: Readonly<Record<string, ChapterId>> = {
  differential: 'diagnosis',
  certainty: 'diagnosis',
  phenotype: 'diagnosis',
  'red-flags': 'rule-outs',
  imaging: 'imaging',
  cause: 'cause',
  botulinum: 'toxin',
  'botulinum.session': 'toxin',
  'response.toxin': 'toxin',
  decompression: 'surgery',
  'surgery-checklist': 'surgery',
  'response.surgery': 'surgery',
  stage: 'follow-up',
}
const beginnings: readonly (readonly [string, ChapterId])[] = [
  ['rule-out.', 'rule-outs'],
  ['reads.', 'rule-outs'],
  ['study.', 'rule-outs'],
]

/** The chapter of a topic; null for one that nobody has placed, which a test forbids. */
export const chapterOf = (id: string): ChapterId | null =>
  places[id] ?? beginnings.find(([beginning]) => id.startsWith(beginning))?.[1] ?? null

export const isStone = (topic: Topic): boolean => topic.kind === 'decision' && topic.inner

/** Every topic in reading order. */
export const topics: readonly Topic[] = [
  ...pathway.rankings,
  ...pathway.collections,
  ...pathway.decisions.filter((decision) => !decision.inner),
  ...pathway.decisions.filter((decision) => decision.inner),
]
export const topicOf = (id: string): Topic | null => topics.find((topic) => topic.id === id) ?? null
export const topicsIn = (chapter: ChapterId): readonly Topic[] =>
  topics.filter((topic) => chapterOf(topic.id) === chapter)

/** Rule families of the pathway, by the letters before the number. */
const families: Readonly<Record<string, ChapterId>> = {
  DX: 'diagnosis',
  RF: 'rule-outs',
  RO: 'rule-outs',
  IM: 'imaging',
  ET: 'cause',
  OM: 'toxin',
  BT: 'toxin',
  SX: 'surgery',
  ST: 'follow-up',
  FU: 'follow-up',
  GV: 'follow-up',
}
/** The chapter of a step, an alert or a conflict: that of its first rule. */
export const chapterOfRules = (rules: readonly string[]): ChapterId =>
  families[rules[0]?.split('-')[0] ?? ''] ?? 'follow-up'

export const stepsIn = (chapter: ChapterId) => pathway.steps.filter((step) => chapterOfRules(step.rules) === chapter)
export const alertsIn = (chapter: ChapterId) =>
  pathway.alerts.filter((alert) => chapterOfRules(alert.rules) === chapter)
/** What is looked at before something is signed. */
export const checksIn = (chapter: ChapterId) => pathway.checks.filter((check) => chapterOfRules([check.id]) === chapter)
export const conflictsIn = (chapter: ChapterId) =>
  pathway.conflicts.filter((conflict) => chapterOfRules(conflict.rules) === chapter)
