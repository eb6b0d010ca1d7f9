import { moduleOf } from '@facialis/engine/codegen/module.ts'
import { page } from './counted.ts'
import { saidIn, wordsOf } from './said.ts'

const signs = wordsOf(
  'return const let if for else end hi Infinity min max s e i r w n ( { [ ? : ; = & | < > + - * ! true false',
)

export const moduleTakes = page('module-takes.txt', (plan) => saidIn('module', moduleOf(plan, 'kernel.ts'), signs))
