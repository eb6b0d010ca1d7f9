import { parseArgs } from 'node:util'

export type Asked = Readonly<{
  help: boolean
  files: readonly string[]
  changed: string | null
  sample: number | null
  seed: number
  seconds: number
  lanes: number | null
  journal: string | null
  again: boolean
  known: boolean
  minutes: number
  hold: number | null
}>

export const help = `npm run mutate -- [options]

Makes one small mistake at a time in the code of language/ and engine/ and asks the tests that reach it whether they
notice. Prints how many were noticed, folder by folder, and every one that was not.

  --file PART      only files whose path contains this; may be given more than once
  --changed REV    only files that differ from where this branch left REV (origin/main)
  --sample N       so many mistakes instead of all, spread evenly
  --seed S         where the sample begins (default 1)
  --seconds N      at most so many seconds of tests for one mistake, best first (default 20)
  --lanes N        how many processes (default: one for each core)
  --hold P         exit code 1 when less than P in a hundred are noticed
  --journal FILE   write what became of each mistake, and go on from what is written there
  --again          ask again about what nobody noticed; --seconds 60 lets more tests say something
  --known          ask only the tests of which it is known what they reach, and look at no others first
  --minutes N      stop after so many minutes; the journal says where to go on
`

/** What the command line asks for, or what is wrong with it. */
export function asked(line: readonly string[]): Asked | Readonly<{ wrong: string }> {
  let values: ReturnType<typeof read>
  try {
    values = read(line)
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
  const numbers = ['sample', 'seed', 'seconds', 'lanes', 'hold', 'minutes'] as const
  const strange = numbers.find((name) => values[name] !== undefined && !/^\d+$/.test(values[name]))
  if (strange !== undefined) return { wrong: `--${strange} takes a whole number, not "${values[strange]}".` }
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
  return {
    help: values.help ?? false,
    files: values.file ?? [],
    changed: values.changed ?? null,
    sample: number(values.sample),
    seed: number(values.seed) ?? 1,
    seconds: number(values.seconds) ?? 20,
    lanes: number(values.lanes),
    journal: values.journal ?? null,
    again: values.again ?? false,
    known: values.known ?? false,
    minutes: number(values.minutes) ?? Number.POSITIVE_INFINITY,
    hold: number(values.hold),
  }
}

const read = (line: readonly string[]) =>
  parseArgs({
    args: [...line],
    strict: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      file: { type: 'string', multiple: true },
      changed: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string' },
      seconds: { type: 'string' },
      lanes: { type: 'string' },
      hold: { type: 'string' },
      journal: { type: 'string' },
      again: { type: 'boolean' },
      known: { type: 'boolean' },
      minutes: { type: 'string' },
    },
  }).values
