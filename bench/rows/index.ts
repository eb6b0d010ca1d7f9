import type { Row } from '../row.ts'
import { answersBesideCql, explainedBesideCql, publishedCql, textBesideCql } from './beside-cql.ts'
import { memoryInColumns, planesToDecisions, tenTimesAsMany } from './cohort.ts'
import { cohortBesideDuckdb, cohortBesidePostgres } from './cohort-beside-databases.ts'
import { functionsByHand, moduleByHand } from './engine-by-hand.ts'
import { generatedOnDuckdb, generatedOnPostgres } from './generated-sql.ts'
import { linesToColumns } from './lines-to-columns.ts'
import { memory } from './memory.ts'
import { allAdvice, nextSteps } from './next-steps.ts'
import { parsedToAnswers } from './parsed-to-answers.ts'
import { textToDecisions } from './text-to-decisions.ts'
import { textsToDecisions } from './texts-to-decisions.ts'

/** The table, top to bottom. */
export const rows: readonly Row[] = [
  textToDecisions,
  textsToDecisions,
  parsedToAnswers,
  textBesideCql,
  answersBesideCql,
  explainedBesideCql,
  publishedCql,
  nextSteps,
  allAdvice,
  functionsByHand,
  moduleByHand,
  linesToColumns,
  planesToDecisions,
  tenTimesAsMany,
  cohortBesideDuckdb,
  cohortBesidePostgres,
  generatedOnDuckdb,
  generatedOnPostgres,
  memory,
  memoryInColumns,
]
