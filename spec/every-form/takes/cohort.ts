import { columnsOf } from '@facialis/engine/cohort/columns.ts'
import { planeCohort } from '@facialis/engine/cohort/plane-cohort.ts'
import { cohortProgram } from '@facialis/engine/cohort/program.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import { asking } from './asked.ts'
import { type Counts, madeUpCharts, page, sum } from './counted.ts'

function cohort(plan: Plan): Counts {
  const program = cohortProgram(plan, columnsOf(plan))
  const many = planeCohort(plan)
  const fill = fillerOf(plan)
  for (const one of madeUpCharts(plan.pathway, 40)) many.add(fill(one, asking))
  return {
    'bytes of program': program.bytes.length + program.gather.length,
    'bytes to work in': program.working + sum(program.slots, (bytes) => bytes),
    'planes of facts': sum([program.columns.person, ...program.columns.entryKinds], ({ planes }) => planes),
    'bytes of 40 people': many.bytes(),
  }
}

export const cohortTakes = page('cohort-takes.txt', cohort)
