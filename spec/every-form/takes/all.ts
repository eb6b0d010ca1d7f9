import { sheetsTake, tablesTake } from './book.ts'
import { cohortTakes } from './cohort.ts'
import type { Page } from './counted.ts'
import { everybodyTakes } from './everybody.ts'
import { mistakesTake } from './mistakes.ts'
import { peopleTake } from './people.ts'
import { planTakes } from './plan.ts'
import { proofTakes } from './proof.ts'
import { sqlTakes } from './sql.ts'
import { waysTake } from './ways.ts'

export const takes: readonly Page[] = [
  planTakes,
  cohortTakes,
  sqlTakes,
  tablesTake,
  sheetsTake,
  proofTakes,
  everybodyTakes,
  peopleTake,
  waysTake,
  mistakesTake,
]
