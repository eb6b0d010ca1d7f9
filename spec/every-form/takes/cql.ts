import type { Plan } from '@facialis/engine/plan/plan.ts'
import { cqlLibraries } from '@facialis/engine/publish/index.ts'
import { addresses } from './asked.ts'
import { page } from './counted.ts'
import { saidIn, wordsOf } from './said.ts'

const signs = wordsOf(
  'define Spans Truths FactStatements Tuple this E and or not is null true false from where return exists first case when then else day days lo hi ( [ { . : = < > -',
)

export const cqlTakes = page('cql-takes.txt', ({ pathway }: Plan) =>
  saidIn(
    'cql',
    Object.values(cqlLibraries(pathway, addresses))
      .map(({ text }) => text)
      .join('\n'),
    signs,
  ),
)
