import { wordingBy } from '@facialis/engine'
import { named } from '@facialis/knowledge/spoken.ts'

/** How conditions and answers are read in everything that is published for people. */
export const wording = wordingBy(named)
