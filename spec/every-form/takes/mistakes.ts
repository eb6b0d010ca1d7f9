import { mutantsOf } from '@facialis/engine'
import { showing } from '@facialis/engine/mutants/showing.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { type Counts, page, sum } from './counted.ts'

function mistaken({ pathway: of }: Plan): Counts {
  const mutants = mutantsOf(of)
  const some = mutants.filter((_, at) => at % 3 === 0)
  return {
    made: mutants.length,
    'characters that tell them apart': sum(mutants, ({ id, was }) => id.length + was.length),
    'places where they show': sum([...showing(of, some)], ({ at }) => at.length),
  }
}

export const mistakesTake = page('mistakes-take.txt', mistaken)
