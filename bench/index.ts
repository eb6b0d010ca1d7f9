/** `npm run bench`: one table, all in one run. Absolute figures belong to the machine; quote the ratios. */
import { benchGate } from './gate.ts'

console.table(await benchGate())
