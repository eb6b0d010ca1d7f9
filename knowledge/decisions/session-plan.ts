import { all, any, type Condition, established, named, not, some } from '@facialis/language'
import { exception } from '../entries/index.ts'
import { botulinum } from './botulinum.ts'
import { exceptionKinds } from './exceptions.ts'

const covered = (id: string): readonly Condition[] =>
  exceptionKinds
    .filter((kind) => kind.covers.includes(id))
    .map((kind) => established(all(kind.available, some(exception, kind.inForce))))
const passes = (id: string, met: Condition): Condition => any(established(met), ...covered(id))

/** The interval opens by itself; everything else that shuts the gate has to be met first, or stood in for. */
const opensByItself = 'BT-05'

const { body } = botulinum
if (body.kind !== 'gate') throw new Error('The toxin gate is a gate.')

/** Nobody is offered a day for an injection that could not be given on it. */
export const sessionMayBePlanned = named(
  'a session may be planned',
  all(
    ...body.needs.map((need) => passes(need.id, need.needs)),
    ...body.limits
      .filter((limit) => limit.effect === 'block' && limit.id !== opensByItself)
      .map((limit) => passes(limit.id, not(limit.atChair ? established(limit.when) : limit.when))),
  ),
)
