import { adviceTakes } from './advice.ts'
import { sheetsTake, tablesTake } from './book.ts'
import { cohortTakes } from './cohort.ts'
import type { Page } from './counted.ts'
import { cqlTakes } from './cql.ts'
import { everybodyTakes } from './everybody.ts'
import { mistakesTake } from './mistakes.ts'
import { moduleTakes } from './module.ts'
import { openTakes } from './open.ts'
import { pagesTake } from './pages.ts'
import { peopleTake } from './people.ts'
import { planTakes } from './plan.ts'
import { proofTakes } from './proof.ts'
import { sqlTakes } from './sql.ts'
import { waysTake } from './ways.ts'

export const takes: readonly Page[] = [
  planTakes,
  moduleTakes,
  cqlTakes,
  pagesTake,
  cohortTakes,
  sqlTakes,
  tablesTake,
  sheetsTake,
  proofTakes,
  openTakes,
  adviceTakes,
  everybodyTakes,
  peopleTake,
  waysTake,
  mistakesTake,
]
