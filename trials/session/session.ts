import { cleanUp } from '@facialis/server/test/support.ts'
import fc from 'fast-check'
import { groundOf } from '../place.ts'
import type { Trial } from '../trial.ts'
import { everywhere } from './everywhere.ts'
import { atFirst, type Command, hour, minute, type State, step } from './machine.ts'
import { realClinic, type Screen } from './real.ts'

type Model = { state: State }

/** Done to the machine and to the server, which must answer alike. */
class Deed implements fc.AsyncCommand<Model, Screen> {
  readonly command: Command
  constructor(command: Command) {
    this.command = command
  }
  check = () => true
  async run(model: Model, real: Screen): Promise<void> {
    const [state, meant] = step(model.state, this.command)
    model.state = state
    const was = await real.does(this.command)
    if (JSON.stringify(was) !== JSON.stringify(meant))
      throw new Error(`${this.toString()}: meant ${JSON.stringify(meant)}, was ${JSON.stringify(was)}`)
  }
  toString = () => JSON.stringify(this.command)
}

const deed = (command: fc.Arbitrary<Command>) => command.map((one) => new Deed(one))
const right = fc.boolean()
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const waits = [1, 29, 30, 59, 10 * minute, 14 * minute + 59, 15 * minute, hour, 4 * hour, 12 * hour]
type Plain = Exclude<Command['do'], 'wait' | 'clock-goes-back' | 'sign-in' | 'open' | 'become'>
const only = (...words: readonly Plain[]) => deed(fc.constantFrom(...words.map((word) => ({ do: word }) as const)))
const deeds = [
  deed(mostly.map((isRight) => ({ do: 'sign-in', right: isRight }) as const)),
  deed(mostly.map((isRight) => ({ do: 'sign-in', right: isRight }) as const)),
  deed(
    fc.record({ do: fc.constant('open' as const), of: fc.constantFrom('ada' as const, 'ben' as const), right: mostly }),
  ),
  deed(fc.record({ do: fc.constant('open' as const), of: fc.constantFrom('ada' as const, 'ben' as const), right })),
  deed(fc.constantFrom(...waits).map((seconds) => ({ do: 'wait', seconds }) as const)),
  deed(fc.constantFrom(2 * minute, hour, 4 * hour).map((seconds) => ({ do: 'clock-goes-back', seconds }) as const)),
  only('look'),
  only('look-by-timer', 'elsewhere'),
  only('end', 'sign-out', 'shut', 'reopen'),
  deed(
    fc
      .constantFrom('researcher' as const, 'pathway-author' as const, 'clinician' as const)
      .map((role) => ({ do: 'become', role }) as const),
  ),
]
const usualRuns = 10_000
// One clinic waits for its disk most of the time, and has one clock: several take their share of the runs meanwhile.
const clinics = 4

/** G14: the meaning of sessions and emergencies is walked through everywhere, and the server held against it at random. */
export const session: Trial = {
  name: 'session',
  what: 'sessions, slowed guesses and openings in an emergency: every state there is, and the server against the model',
  run: async ({ seed, rounds, database, tell }) => {
    const { states, steps, broken } = everywhere()
    const ground = groundOf(database, { quick: true })
    const runs = rounds ?? usualRuns
    let done = 0
    /** What one clinic is asked, by a seed of its own. */
    const share = async (at: number) => {
      const fresh = await realClinic(await ground.fresh())
      const numRuns = Math.ceil((runs - at) / clinics)
      return fc.check(
        fc.asyncProperty(fc.commands(deeds, { maxCommands: 20, size: 'max' }), async (commands) => {
          tell(`run ${done + 1} of ${runs}, each of commands at one screen`, done / runs)
          await fc.asyncModelRun(async () => ({ model: { state: atFirst }, real: await fresh() }), commands)
          done += 1
        }),
        { seed: seed + at, numRuns },
      )
    }
    try {
      const shares = await Promise.all(Array.from({ length: Math.min(clinics, runs) }, (_, at) => share(at)))
      const failed = shares.find((one) => one.failed)
      return [
        {
          promise: 'nothing that must never be so is so in any state of the model',
          asked: '0 broken',
          got: `${broken.length} broken in ${states} states, ${steps} steps${broken.map((one) => `; ${one}`).join('')}`,
          held: broken.length === 0,
        },
        {
          promise: 'the server answers each command as the model does',
          asked: `${runs} runs, 0 differ`,
          got: failed
            ? `${String(failed.errorInstance)} after ${String(failed.counterexample?.[0])} (seed ${failed.seed})`
            : `${shares.reduce((sum, { numRuns }) => sum + numRuns, 0)} runs, 0 differ`,
          held: failed === undefined,
        },
      ]
    } finally {
      await cleanUp()
      ground.end()
    }
  },
}
