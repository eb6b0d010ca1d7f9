import type { Desk, Place } from '../desk/desk.ts'

/** How words are set off: colours on a terminal that wants them, nothing anywhere else. */
export type Ink = Readonly<{
  width: number
  heading: (text: string) => string
  strong: (text: string) => string
  faint: (text: string) => string
  good: (text: string) => string
  warning: (text: string) => string
  bad: (text: string) => string
}>

/** What results are written on, line by line. */
export type Paper = Ink & Readonly<{ say: (line: string) => void }>

export const paperOn = ({ results, env }: Desk): Paper => ({
  ...inkFor(results, env),
  say: (line) => void results.write(`${line}\n`),
})

/** Wide enough to read, narrow enough to follow: 80 to 100 columns. Colours are never the only signal. */
export function inkFor(place: Pick<Place, 'isTTY' | 'columns'>, { NO_COLOR, TERM }: Desk['env']): Ink {
  const isColoured = place.isTTY === true && (NO_COLOR ?? '') === '' && TERM !== 'dumb'
  const paint =
    (code: string) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text
  return {
    width: Math.min(100, Math.max(80, place.columns ?? 80)),
    heading: paint('1;36'),
    strong: paint('1'),
    faint: paint('2'),
    good: paint('32'),
    warning: paint('33'),
    bad: paint('1;31'),
  }
}

/** Text in lines of a width. `first` stands before the first line; the others begin below its end. */
export function wrapped(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(first.length)
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}
