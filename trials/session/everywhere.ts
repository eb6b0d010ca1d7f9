import { atFirst, type Command, hour, minute, readable, type State, step } from './machine.ts'

/** Everything somebody can do, in steps of time that are just short of a limit, or reach it. */
const commands: readonly Command[] = [
  ...[10 * minute, 15 * minute].map((seconds) => ({ do: 'wait', seconds }) as const),
  { do: 'clock-goes-back', seconds: 4 * hour },
  { do: 'sign-in', right: true },
  { do: 'sign-out' },
  { do: 'open', of: 'ada', right: true },
  { do: 'open', of: 'ben', right: true },
  { do: 'end' },
  { do: 'look' },
  { do: 'look-by-timer' },
  { do: 'shut' },
  { do: 'reopen' },
  { do: 'become', role: 'researcher' },
  { do: 'become', role: 'clinician' },
]

/** What must never be so, in words; each holds a state, and what was done last in it. */
const never: Readonly<Record<string, (before: State, command: Command, after: State) => boolean>> = {
  'a record is open to somebody who is not signed in': (_, __, after) => readable(after) !== null && !after.session,
  'a record is open for longer than four hours': (_, __, after) =>
    readable(after) !== null && (after.glass?.age ?? 0) >= 4 * hour,
  'a record is open in another session than it was opened in': (_, __, after) =>
    readable(after) !== null && after.glass?.session !== after.session?.number,
  'a record is open although nobody was there for a quarter of an hour, or twelve hours went by': (_, __, after) =>
    readable(after) !== null && ((after.session?.seen ?? 0) >= 15 * minute || (after.session?.age ?? 0) >= 12 * hour),
  'a record is open after the account was made another, or shut': (_, __, after) =>
    readable(after) !== null && (after.glass?.changed === true || after.shut || after.role === 'clinician'),
  'a record is open although the clock went back': (_, command, after) =>
    command.do === 'clock-goes-back' && readable(after) !== null,
  'a record comes open by anything but opening it': (before, command, after) =>
    readable(after) !== null && readable(before) !== readable(after) && command.do !== 'open',
  'one record takes the place of another': (before, _, after) =>
    readable(before) !== null && readable(after) !== null && readable(before) !== readable(after),
  'somebody is signed in without having signed in': (before, command, after) =>
    before.session === null && after.session !== null && command.do !== 'sign-in',
}

/** Which session it is does not matter, only whether it is the one; nor what lies beyond every limit. */
function essence({ sessions: _, session, glass, ...rest }: State): string {
  const over = (seconds: number, limit: number) => Math.min(seconds, limit)
  return JSON.stringify([
    rest,
    session && [over(session.seen, 15 * minute), over(session.age, 12 * hour)],
    glass && [glass.of, over(glass.age, 4 * hour), glass.session === session?.number, glass.changed],
  ])
}

export type Visited = Readonly<{ states: number; steps: number; broken: readonly string[] }>

/** Walks through every state there is, breadth first. */
export function everywhere(): Visited {
  const known = new Set([essence(atFirst)])
  const broken = new Set<string>()
  let steps = 0
  for (let edge: readonly State[] = [atFirst]; edge.length > 0; ) {
    const next: State[] = []
    for (const before of edge) {
      for (const command of commands) {
        const [after] = step(before, command)
        steps += 1
        for (const [said, isSo] of Object.entries(never)) if (isSo(before, command, after)) broken.add(said)
        const key = essence(after)
        if (known.has(key)) continue
        known.add(key)
        next.push(after)
      }
    }
    edge = next
  }
  return { states: known.size, steps, broken: [...broken] }
}
