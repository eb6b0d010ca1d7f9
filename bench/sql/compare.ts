import { closuresOf } from '@facialis/engine'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { answerColumnsOf, createTables, dialects, queryOf } from '@facialis/engine/sql/index.ts'
import type { Asking } from '@facialis/language'
import type { Database } from './engine.ts'
import { type FlatFile, patientIdOf } from './flat-files.ts'

/** The answers of a person, in the order of `answerColumnsOf`. */
export type Answered = readonly string[]

/** What the plan's own functions answer. */
export function answersByPlan(plan: Plan, asking: Asking): (sheet: Sheet) => Answered {
  const answer = closuresOf(plan)
  const policy = plan.policy.map(({ id, default: usual }) => asking.policy[id] ?? usual)
  const told = answerColumnsOf(plan).map(({ decision }) => ({
    decision,
    at: plan.decisions.findIndex((planned) => planned.decision === decision),
  }))
  return (sheet) => {
    const positions = answer(sheet, { asOf: asking.asOf, policy })
    return told.map(({ decision, at }) => decision.answers[positions[at] as number] as string)
  }
}

export type Difference = Readonly<{ patientId: string; decision: string; expected: string; said: string }>

/** Makes the tables, loads the people, asks the query, and says where it answers otherwise than expected. */
export async function differencesIn(
  plan: Plan,
  database: Database,
  asked: Readonly<{ files: readonly FlatFile[]; expected: readonly Answered[]; asking: Asking }>,
): Promise<readonly Difference[]> {
  const dialect = dialects[database.name]
  await database.run(createTables(plan, dialect))
  await database.load(asked.files)
  const rows = await database.rows(queryOf(plan, dialect, asked.asking))
  return differencesOf(plan, rows, asked.expected)
}

export function differencesOf(
  plan: Plan,
  rows: readonly Answered[],
  expected: readonly Answered[],
): readonly Difference[] {
  const columns = answerColumnsOf(plan)
  const said = new Map(rows.map(([, patientId, ...answers]) => [patientId, answers]))
  return expected.flatMap((answers, index) => {
    const patientId = patientIdOf(index)
    return answers.flatMap((answer, i): Difference[] => {
      const other = said.get(patientId)?.[i] ?? 'no row'
      return other === answer
        ? []
        : [{ patientId, decision: columns[i]?.decision.id ?? '', expected: answer, said: other }]
    })
  })
}
