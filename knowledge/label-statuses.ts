import { type Cites, type Jurisdiction, type LabelStatus, ownJudgement } from '@facialis/language'
import type { toxins } from './entries/index.ts'
import { K56, K56c, K57, K58, K60, K61a, K62, K63 } from './sources/index.ts'

type Said = Readonly<{ labelDate: string; unverified?: true }>
const hfs =
  (status: LabelStatus['status']) =>
  (jurisdiction: Jurisdiction, product: (typeof toxins)[number], said: Said, ...because: Cites): LabelStatus => ({
    jurisdiction,
    product,
    indication: 'hfs',
    status,
    labelDate: said.labelDate,
    because,
    unverified: said.unverified ?? false,
  })
const labelled = hfs('labelled')
const notLabelled = hfs('not-labelled')
const unclear = hfs('unclear')

const recalled = ownJudgement('recalled from the background reading; no label was seen')

/** What labels say about hemifacial spasm, as they were read. A place or a product that is not here was not read. */
export const labels: readonly LabelStatus[] = [
  notLabelled('us', 'onabotulinumtoxinA', { labelDate: '2010' }, K56),
  labelled('eu', 'onabotulinumtoxinA', { labelDate: '2026-11' }, K57),
  unclear('ca', 'onabotulinumtoxinA', { labelDate: '2026-11', unverified: true }, K56c),
  notLabelled('us', 'abobotulinumtoxinA', { labelDate: '2026-11', unverified: true }, recalled),
  labelled('uk', 'abobotulinumtoxinA', { labelDate: '2023' }, K58),
  labelled('eu', 'abobotulinumtoxinA', { labelDate: '2023' }, K58),
  notLabelled('us', 'incobotulinumtoxinA', { labelDate: '2026-11' }, K61a),
  labelled('uk', 'incobotulinumtoxinA', { labelDate: '2026-11' }, K60),
  notLabelled('us', 'prabotulinumtoxinA', { labelDate: '2026-11' }, K62),
  notLabelled('us', 'daxibotulinumtoxinA', { labelDate: '2026-11', unverified: true }, K62),
  notLabelled('us', 'letibotulinumtoxinA', { labelDate: '2026-11' }, K62),
  unclear('kr', 'letibotulinumtoxinA', { labelDate: '2026-11', unverified: true }, K63),
  notLabelled('us', 'rimabotulinumtoxinB', { labelDate: '2026-11', unverified: true }, K62),
  hfs('not-marketed')('us', 'lanbotulinumtoxinA', { labelDate: '2026-11' }, recalled),
  labelled('cn', 'lanbotulinumtoxinA', { labelDate: '2026-11', unverified: true }, recalled),
]
