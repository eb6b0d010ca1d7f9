import type { Pathway } from '@facialis/language'
import { type Wording, wordingById } from '../../ground/words.ts'
import { editionOf, markOf } from '../ground/mark.ts'
import type { Page, Table } from './book.ts'
import { decisionPage } from './decision-page.ts'
import { ruleCoverage } from './rule-coverage.ts'

export type CsvFile = Readonly<{ path: string; text: string }>

/** Every decision's table for a spreadsheet: its columns say in full what they ask, and every row whether it is a draft, and of which version. */
export function tablesCsv(pathway: Pathway, wording: Wording = wordingById): readonly CsvFile[] {
  const context = { ...ruleCoverage(pathway, []), wording }
  return pathway.decisions.flatMap((decision) => {
    const table = tableOf(decisionPage(decision, context))
    return table === null
      ? []
      : [{ path: `${decision.id}.csv`, text: csv(table, [markOf(pathway).text, editionOf(pathway)]) }]
  })
}

function tableOf({ body }: Page): Table | null {
  const block = body.find(({ kind }) => kind === 'table')
  return block?.kind === 'table' ? block.table : null
}

function csv({ legend, head, rows }: Table, marks: readonly string[]): string {
  const asked = new Map(legend.map(({ letter, text }) => [letter, text]))
  const lines = [
    [...head.map((name) => asked.get(name) ?? (name === '' ? 'rule' : name)), 'standing', 'edition'],
    ...rows.map((row) => [...row.map(({ text }) => text), ...marks]),
  ]
  return `${utf8}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Without this mark at its beginning Excel reads the file in the machine's own alphabet: “–” and “’” come out as three signs each. */
const utf8 = '\ufeff'

/** A cell that begins like a formula would be worked out by the spreadsheet that opens it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
