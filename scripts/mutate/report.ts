import { isNoticed, type Verdict } from './judge.ts'

type Row = Readonly<{
  name: string
  all: number
  noticed: number
  endless: number
  refused: number
  unnoticed: number
  unreached: number
}>

/** Noticed of all, in tenths of a percent rounded down, so that 90.0 is never less than nine tenths. */
const share = (noticed: number, all: number): string =>
  all === 0 ? '–' : (Math.floor((noticed / all) * 1000) / 10).toFixed(1)

export const scoreOf = (verdicts: readonly Verdict[]): number =>
  (100 * verdicts.filter(isNoticed).length) / Math.max(1, verdicts.length)

/**
 * One row for each folder, one for numbers that are another and one for all else, for many a number is a size or a limit that its
 * neighbour serves as well; then one for all of them, and every mistake that nobody noticed, by its place.
 */
export function report(verdicts: readonly Verdict[]): string {
  const folders = [...Map.groupBy(verdicts, ({ mutant }) => folderOf(mutant.path))].map(([name, of]) => row(name, of))
  const others = verdicts.filter((verdict) => !isNumber(verdict))
  const all = [row('numbers', verdicts.filter(isNumber)), row('all but numbers', others), row('all', verdicts)]
  const lines = [
    ['folder', 'mistakes', 'noticed', 'endless', 'refused', 'unnoticed', 'unreached', '%'],
    ...[...folders, ...all].map((one) => [
      one.name,
      ...[one.all, one.noticed, one.endless, one.refused, one.unnoticed, one.unreached].map(String),
      share(one.noticed + one.endless + one.refused, one.all),
    ]),
  ]
  const survivors = verdicts.filter((verdict) => !isNoticed(verdict))
  return [
    ...lines.map(([name = '', ...counts]) => name.padEnd(22) + counts.map((text) => text.padStart(11)).join('')),
    '',
    ...survivors.map(survivor),
  ].join('\n')
}

/** Whether a number that stands in the code has become another one. */
const isNumber = ({ mutant: { was } }: Verdict): boolean => /^(0x[\da-f_]+|\d[\d_.]*(e\d+)?)$/i.test(was)

const row = (name: string, verdicts: readonly Verdict[]): Row => {
  const count = (fate: Verdict['fate']): number => verdicts.filter((verdict) => verdict.fate === fate).length
  return {
    name,
    all: verdicts.length,
    noticed: count('noticed'),
    endless: count('endless'),
    refused: count('refused'),
    unnoticed: count('unnoticed'),
    unreached: count('unreached'),
  }
}

function survivor({ mutant, fate, asked, notAsked }: Verdict): string {
  const where = `${mutant.path}:${mutant.line}:${mutant.column}`
  const change = `${brief(mutant.was)} → ${brief(mutant.becomes)}`
  const more = notAsked === 0 ? '' : `, ${notAsked} more take too long`
  return `${where}  ${change}  (${fate === 'unreached' ? 'no test comes here' : `${asked} test files asked${more}`})`
}

const longest = 60
function brief(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  if (oneLine === '') return 'nothing'
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine
}

const folderOf = (path: string): string => {
  const parts = path.split('/')
  return parts.length === 2 ? `${parts[0]}` : parts.slice(0, 2).join('/')
}
