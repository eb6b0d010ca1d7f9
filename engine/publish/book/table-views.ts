import type { Condition } from '@facialis/language'
import type { Wording } from '../../ground/words.ts'
import { anyValue, type Case, no, unknown, type Values, yes } from '../tables/cases.ts'
import type { GateRow, IfUnknown, RankedTable } from '../tables/decision-table.ts'
import type { TruthTable } from '../tables/truth-table.ts'
import { anchorOf } from './anchors.ts'
import type { Cell, Table } from './book.ts'
import { letterOf } from './letters.ts'
import { namedConditionAnchor } from './named-conditions.ts'

const legendOf = (parts: readonly Condition[], { wordsOf }: Wording): Table['legend'] =>
  parts.map((part, i) => ({
    letter: letterOf(i),
    text: wordsOf(part),
    leadsTo: part.kind === 'named' ? namedConditionAnchor(part) : null,
  }))

const cells: Readonly<Record<Values, Cell>> = {
  [yes]: { text: 'yes', tone: 'yes' },
  [no]: { text: 'no', tone: 'no' },
  [unknown]: { text: 'not known', tone: 'unknown' },
  [yes | no]: { text: 'known', tone: 'plain' },
  [yes | unknown]: { text: 'yes or not known', tone: 'unknown' },
  [no | unknown]: { text: 'no or not known', tone: 'unknown' },
  [anyValue]: { text: '–', tone: 'whatever' },
}
const cellOf = (values: Values): Cell => cells[values] as Cell
const answer = (text: string): Cell => ({ text, tone: 'answer' })
const plain = (text: string): Cell => ({ text, tone: 'plain' })
const nothing: Cell = { text: '–', tone: 'whatever' }

const truths = { yes: cellOf(yes), no: cellOf(no), unknown: cellOf(unknown) }

/** When a rule holds, row by row; its columns are the letters of the list above it. */
export function truthTableView({ parts, yes: holds, no: fails, canBeUnknown }: TruthTable): Table {
  const row = (values: Case, truth: Cell): readonly Cell[] => [...values.map(cellOf), truth]
  return {
    legend: [],
    head: [...parts.map((_, i) => letterOf(i)), 'holds'],
    rows: [...holds.map((values) => row(values, truths.yes)), ...fails.map((values) => row(values, truths.no))],
    note: canBeUnknown
      ? 'In any other state it is not known whether it holds.'
      : 'No state is left over: what is not known has been counted above.',
  }
}

/** The rules in rank: the first row that fits answers. */
export function rankedTableView(
  decision: string,
  { parts, rows }: RankedTable,
  { otherwise, wording }: Readonly<{ otherwise: Readonly<{ id: string; answer: string }>; wording: Wording }>,
): Table {
  const toRule = (id: string): Cell => ({ ...plain(id), leadsTo: rulePageAnchor(decision, id) })
  const called = wording.naming.answer
  return {
    legend: legendOf(parts, wording),
    head: ['rank', 'rule', 'then', 'not known whether', ...parts.map((_, i) => letterOf(i))],
    rows: [
      ...rows.flatMap(({ rule, cases, ifUnknown }, rank) =>
        (cases ?? [null]).map((values, i) => [
          ...(i === 0
            ? [
                plain(String(rank + 1)),
                toRule(rule.id),
                answer(called(rule.answer)),
                plain(unknownWords(ifUnknown, called)),
              ]
            : [plain(''), or, plain(''), plain('')]),
          ...parts.map((_, column): Cell => (values === null ? elsewhere : cellOf(values[column] as Values))),
        ]),
      ),
      [
        plain(String(rows.length + 1)),
        toRule(otherwise.id),
        answer(called(otherwise.answer)),
        plain(''),
        ...parts.map(() => nothing),
      ],
    ],
    note: 'The first rule that holds answers. Where it is not known whether a rule holds, its fourth column says what becomes of the answer that would follow.',
  }
}

/** Too many rows for the table: they stand with the rule itself. */
const elsewhere: Cell = { text: '…', tone: 'elsewhere' }
const or: Cell = { text: 'or', tone: 'or' }

export const rulePageAnchor = (decision: string, rule: string): string => anchorOf('rule', decision, rule)

/** Exactly what not knowing does to each answer that could follow. */
function unknownWords(kept: IfUnknown | null, called: (answer: string) => string): string {
  if (kept === null) return 'counts as no'
  const ifUnknown = kept.map(({ below, says }) => ({ below: called(below), says: called(says) }))
  const changed = new Set(ifUnknown.filter(({ below, says }) => below !== says).map(({ says }) => says))
  const stays = ifUnknown.filter(({ below, says }) => below === says).map(({ below }) => below)
  if (changed.size === 0) return stays.length === 1 ? `stays ${stays[0]}` : 'changes nothing'
  const otherwise = [...changed].join(' or ')
  const still = stays.filter((answer) => !changed.has(answer))
  if (changed.size === 1) return still.length === 0 ? otherwise : `${still.join(', ')} stays; else ${otherwise}`
  return ifUnknown.map(({ below, says }) => (below === says ? `${below} stays` : `${below} becomes ${says}`)).join('; ')
}

/** The needs and limits of a gate, and what each comes to. */
export function gateTableView(decision: string, rows: readonly GateRow[], { naming }: Wording): Table {
  const cell = (comes: string | null): Cell => (comes === null ? nothing : answer(naming.answer(comes)))
  return {
    legend: [],
    head: ['', 'asks', 'yes', 'no', 'not known'],
    rows: rows.map(({ id, kind, asks, comes }) => [
      kind === 'behind'
        ? { ...plain(id), leadsTo: anchorOf('decision', id) }
        : { ...plain(id), leadsTo: rulePageAnchor(decision, id) },
      plain(kind === 'need' ? `needed: ${asks}` : asks),
      cell(comes.yes),
      cell(comes.no),
      cell(comes.unknown),
    ]),
    note: 'The worst that any row comes to is the answer: blocked before caution. Where no row comes to anything, it is permitted.',
  }
}
