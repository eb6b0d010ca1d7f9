import { entries } from '../entries/index.ts'

/** What is wrong with a table, in one sentence, and on which of its lines (from 1). */
export type TableProblem = Readonly<{ line: number; sentence: string }>
export type TableRead =
  | Readonly<{ ok: true; facts: PlainObject }>
  | Readonly<{ ok: false; problems: readonly TableProblem[] }>

export type Plain = string | number | boolean | readonly Plain[] | PlainObject
export type PlainObject = Readonly<{ [key: string]: Plain }>

type Fields = Record<string, Plain>
type Note = (sentence: string) => void
type Row = Readonly<{ date: string; what: string; value: string; by: string; why: string; note: Note }>

const plurals = new Map(entries.map((entry) => [entry.id, entry.plural]))

/**
 * Reads a chart written as a table of `date | what | value | by | why` and gives plain facts.
 *
 * - `2026-08-03 | ph.unilateral | yes | Dr Demo Nerve` states a fact; a date may be `2026-08`, `2026` or `undated`.
 * - `2026-08-03 | screen red-flags | complete` completes a screen.
 * - `2026-08-20 | study mri-1 | modality: mri; signed: yes` records an entry with its fields; rows below it without a
 *   date add one field each. `withdrawn: yes` and `supersedes: mri-0` stand among the fields.
 *
 * A value is a word, a number, an amount (`3 months`), a set (`[flair, dwi]`), a text (`"left brow"`, and a year alone:
 * `"2016"`), or `?` for a question asked in vain, `? pending` with its reason. A first row of column names and empty lines are passed over.
 */
export function readTable(table: string): TableRead {
  const problems: TableProblem[] = []
  const reading = newReading()
  for (const [index, text] of table.split('\n').entries()) {
    if (text.trim() === '' || /^\s*date\s*\|/.test(text)) continue
    const note: Note = (sentence) => problems.push({ line: index + 1, sentence })
    const cells = text.split('|').map((cell) => cell.trim())
    const [date = '', what = '', value = '', by = '', why = ''] = cells
    if (cells.length < 3 || cells.length > 5)
      note(`A row has a date, what it is about, a value and perhaps by whom and why, not ${cells.length} cells.`)
    else if (what === '') note('It is not said what this row is about.')
    else reading.take({ date, what, value, by, why, note })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts: reading.facts() }
}

function newReading() {
  const stated: Record<string, Plain[]> = {}
  const lists: Record<string, Fields[]> = {}
  let open: Fields | null = null

  const add = (id: string, statement: Plain) => {
    stated[id] = [...(stated[id] ?? []), statement]
  }
  const begin = (plural: string, id: string | undefined, row: Row) => {
    const entry: Fields = { ...(id ? { id } : {}), ...dated(row), ...signed(row) }
    lists[plural] = [...(lists[plural] ?? []), entry]
    open = entry
    for (const part of row.value.split(';').filter((p) => p.trim() !== '')) fieldOf(part, entry, row.note)
  }

  const take = (row: Row): void => {
    const [kind = '', id, ...more] = row.what.split(/\s+/)
    const plural = plurals.get(kind)
    if (row.date === '') {
      if (open) setField(row.what, row.value, open, row.note)
      else
        row.note(
          'A row without a date belongs to an entry above it, and there is none; write "undated" if nobody knows.',
        )
      return
    }
    open = null
    if (!isDate(row.date)) row.note(`"${row.date}" is not a date: write YYYY, YYYY-MM, YYYY-MM-DD or "undated".`)
    else if (more.length > 0) row.note(`"${row.what}" is neither a fact, nor a screen, nor an entry with its name.`)
    else if (plural) begin(plural, id, row)
    else if (kind === 'screen' && id) screen(id, row)
    else if (id) row.note(`There is no kind of entry "${kind}": it is ${[...plurals.keys()].join(', ')}.`)
    else if (row.value === '') row.note(`"${kind}" has no value; write ? for a question asked in vain.`)
    else add(kind, { ...answered(cellValue(row.value, row.note)), ...dated(row), ...signed(row) })
  }
  const screen = (id: string, row: Row) => {
    if (row.value !== 'complete') row.note(`A screen is complete or not there, not "${row.value}".`)
    else add(`screen.${id}`, { complete: row.date, ...signed(row) })
  }
  const facts = (): PlainObject => ({ facts: stated, ...lists })
  return { take, facts }
}

const isDate = (text: string): boolean => text === 'undated' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)
const dated = ({ date }: Row): Fields => ({ date: date === 'undated' ? 'unknown' : date })
const signed = ({ by, why }: Row): Fields => ({
  ...(by === '' ? {} : { by }),
  ...(why === '' ? {} : { note: why }),
})
/** A question asked in vain is said beside its date, an answer under `value`. */
const answered = (value: Plain): Fields =>
  typeof value === 'object' && 'unknown' in value ? { unknown: value.unknown as Plain } : { value }

function fieldOf(part: string, entry: Fields, note: Note): void {
  const colon = part.indexOf(':')
  if (colon < 0) note(`"${part.trim()}" is no field: write "name: value", and ; between two.`)
  else setField(part.slice(0, colon).trim(), part.slice(colon + 1).trim(), entry, note)
}

function setField(name: string, text: string, entry: Fields, note: Note): void {
  if (name in entry) note(`"${name}" is given twice.`)
  if (text === '') note(`"${name}" has no value; leave the row out when nothing is known.`)
  entry[name] = framed(name, text) ?? cellValue(text, note)
}

/** What stands beside the fields of an entry: whether it was withdrawn, and which entries it replaces. */
function framed(name: string, text: string): Plain | undefined {
  if (name === 'supersedes') return text.split(/[\s,]+/)
  return name === 'withdrawn' ? text === 'yes' : undefined
}

/** A value as a cell writes it. */
function cellValue(text: string, note: Note): Plain {
  const asked = /^\?\s*([a-z-]*)$/.exec(text)
  if (asked) return { unknown: asked[1] || 'asked-unanswered' }
  if (text.startsWith('[')) {
    if (!text.endsWith(']')) note(`The set ${text} has no closing bracket.`)
    return text
      .slice(1, -1)
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
  }
  if (text.startsWith('"')) {
    if (text.length < 2 || !text.endsWith('"')) note(`The text ${text} has no closing quotation mark.`)
    return text.slice(1, -1)
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  const amount = /^(-?\d+(?:\.\d+)?)\s+(\S.*)$/.exec(text)
  return amount ? { value: Number(amount[1]), unit: amount[2] ?? '' } : text
}
